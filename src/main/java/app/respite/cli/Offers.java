package app.respite.cli;

import app.respite.coach.Platforms;
import app.respite.coach.Tasks;
import app.respite.coach.port.JournalReader;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.setting.SettingType;
import app.respite.domain.text.EnumWords;
import app.respite.domain.text.PlainText;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * What only this home knows of the words that a command takes, for the {@linkplain CompletionScript
 * shell's completion}: it asks with a hidden call at each press of Tab, so nothing else is read or
 * begun for it.
 */
enum Offers {
  /** Tasks that can be chosen. */
  TASKS {
    @Override
    Stream<String> of(ProgramServices world, String of) {
      return read(world, journal -> new Tasks(journal).open().stream().map(Task::name));
    }
  },

  /** Every task. */
  ALL_TASKS {
    @Override
    Stream<String> of(ProgramServices world, String of) {
      return read(world, journal -> new Tasks(journal).all().stream().map(Task::name));
    }
  },

  /** Every platform. */
  PLATFORMS {
    @Override
    Stream<String> of(ProgramServices world, String of) {
      return read(world, journal -> new Platforms(journal).all().stream().map(Platform::name));
    }
  },

  /** Kinds of work that tasks have. */
  WORK {
    @Override
    Stream<String> of(ProgramServices world, String of) {
      return read(world, journal -> new Tasks(journal).all().stream().map(Task::work));
    }
  },

  /** Currencies that tasks and platforms pay in. */
  CURRENCIES {
    @Override
    Stream<String> of(ProgramServices world, String of) {
      return read(
          world,
          journal ->
              Stream.concat(
                  new Tasks(journal)
                      .all().stream()
                          .map(task -> task.pay().rate())
                          .flatMap(Stream::ofNullable)
                          .map(Money::currency),
                  new Platforms(journal)
                      .all().stream().map(Platform::currency).flatMap(Stream::ofNullable)));
    }
  },

  /** What a setting can be: what it is here, what it is by default, and what else there is. */
  RULE {
    @Override
    Stream<String> of(ProgramServices world, String of) {
      return SettingCatalog.all().stream()
          .filter(key -> key.name().equals(of))
          .flatMap(key -> choices(world.settings().load().preferences(), key));
    }
  };

  /** The word of the call that asks. */
  static final String CALL = "offers";

  private interface Look {
    Stream<String> at(JournalReader journal);
  }

  /**
   * Lists what there is.
   *
   * @param of which one, where there are several of a kind
   */
  abstract Stream<String> of(ProgramServices world, String of);

  /** The kind as the script names it. */
  String word() {
    return EnumWords.of(this);
  }

  /** What a call of these words does; empty where it is none. */
  static Optional<DirectCall.Work> asked(List<String> words) {
    if (words.isEmpty() || words.size() > 2) {
      return Optional.empty();
    }
    Offers kind = EnumWords.constant(words.getFirst().toLowerCase(Locale.ROOT), Offers.class);
    String of = words.size() == 2 ? words.get(1) : "";
    return kind == null
        ? Optional.empty()
        : Optional.of((world, out, err) -> kind.print(world, of, out));
  }

  private OptionalInt print(ProgramServices world, String of, PrintWriter out) {
    of(world, of)
        .filter(name -> !name.isBlank() && PlainText.isPlain(name))
        .distinct()
        .forEach(out::println);
    return OptionalInt.of(BaseCommand.OK);
  }

  private static Stream<String> read(ProgramServices world, Look look) {
    try (ProgramServices.Reading reading = world.reading()) {
      return look.at(reading.journal()).toList().stream();
    }
  }

  private static <T> Stream<String> choices(Preferences here, SettingKey<T> key) {
    Stream<String> told = Stream.of(key.type().format(here.get(key)), key.fallbackText());
    return switch (key.type()) {
      case SettingType.Choice<?> choice -> Stream.concat(told, choice.options().stream());
      case SettingType.OptionalChoice<?> choice -> Stream.concat(told, choice.options().stream());
      case SettingType.Flag flag -> Stream.concat(told, Stream.of("true", "false"));
      case SettingType.Lengths lengths -> told.flatMap(list -> Stream.of(list.split(",")));
      default -> told;
    };
  }
}
