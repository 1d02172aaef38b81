package app.respite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest.Lines;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A plain call goes past the tree of all commands, and nobody can tell. */
class QuickCallTest {
  /** What people type all day. */
  static final List<String> PLAIN =
      List.of(
          "item",
          "item 3",
          "status",
          "status --json",
          "start",
          "start Boxes",
          "start Boxes --sprint 30m",
          "start --flow Boxes",
          "stop",
          "pause",
          "pause --for 30m",
          "pause --for=1h30m",
          "resume",
          "switch Boxes",
          "break",
          "break --for 10m",
          "accept",
          "postpone",
          "postpone 5m",
          "skip",
          "end-break",
          "end-break --emergency",
          "tired",
          "took",
          "took --for 5m",
          "take",
          "dismiss",
          "claim",
          "claim --for 45m",
          "submitted",
          "check-in --fatigue 4 --effort 5 --items 12 --rejected 0 --note fine",
          "check-in --before --fatigue 3",
          "check-in --burnout 2",
          "check-in --skip",
          "quiet --for 1h",
          "quiet --until-morning",
          "quiet --off",
          "meeting --for 45m",
          "meeting --off",
          "recover keep",
          "quit",
          "--home /tmp/respite-home item 2",
          "item 2 --home /tmp/respite-home");

  /** All that a run shows. */
  private record Run(int status, String out, String err, List<String> asked) {}

  /** The coach as it answers here, and what it was asked. */
  private static final class Scene implements CoachCall {
    final List<String> asked = new ArrayList<>();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final @Nullable Answer answer;

    Scene(@Nullable Answer answer) {
      this.answer = answer;
    }

    @Override
    public Lines tell(Map<String, @Nullable Object> command, @Nullable String zone) {
      return answer("tell " + command + " " + zone);
    }

    @Override
    public Lines status(boolean json, @Nullable String zone) {
      return answer("status " + json + " " + zone);
    }

    @Override
    public void quit() {
      answer("quit");
    }

    @Override
    public Loaded settings() {
      throw new AssertionError("a plain call needs no settings");
    }

    @Override
    public Loaded save(List<Edit> edits) {
      throw new AssertionError("a plain call saves no settings");
    }

    private Lines answer(String what) {
      asked.add(what);
      if (answer == Answer.FAILS) {
        throw new CoachException(Kind.WRONG, "there is no task 'Nope'");
      }
      return new Lines(
          answer == Answer.NO ? 1 : 0,
          answer == Answer.NO ? List.of() : List.of("Done.", "And more."),
          List.of("something is the matter"),
          null);
    }

    @Override
    public boolean isLetGoWithin(Duration most) {
      return answer != Answer.NO;
    }

    @Override
    public void close() {}

    Optional<CoachCall> found(@Nullable Path home) {
      asked.add("home " + home);
      return answer == Answer.NOBODY ? Optional.empty() : Optional.of(this);
    }

    Run ended(int status) {
      return new Run(status, out.toString(), err.toString(), asked);
    }
  }

  private enum Answer {
    DONE,
    NO,
    FAILS,
    NOBODY
  }

  private static Optional<Run> quick(List<String> arguments, Answer answer) {
    Scene scene = new Scene(answer);
    Cli.Quick way =
        new Cli.Quick() {
          @Override
          public Optional<CoachCall> coach(@Nullable Path home) {
            return scene.found(home);
          }

          @Override
          public Optional<CoachCall> comingCoach(@Nullable Path home) {
            return Optional.empty();
          }

          @Override
          public String zone() {
            return "Europe/Berlin";
          }

          @Override
          public ProgramServices world(@Nullable Path home) {
            throw new AssertionError("nothing needs it");
          }
        };
    OptionalInt status =
        Cli.runQuick(
            arguments,
            way,
            new PrintWriter(scene.out, true),
            new PrintWriter(scene.err, true),
            failed -> {});
    return status.isPresent() ? Optional.of(scene.ended(status.getAsInt())) : Optional.empty();
  }

  private static Run byTheTree(List<String> arguments, Answer answer) {
    Scene scene = new Scene(answer);
    Clock clock = stub(Clock.class, Map.of("zone", ZoneId.of("Europe/Berlin")));
    CoachLink started = stub(CoachLink.class, Map.of());
    ProgramServices.Maker maker =
        home ->
            proxy(
                ProgramServices.class,
                name ->
                    switch (name) {
                      case "coachCall" -> scene.found(home);
                      case "clock" -> clock;
                      case "startedCoach" -> started;
                      default -> null;
                    });
    int status =
        new CommandTree(
                maker,
                "test",
                new PrintWriter(scene.out, true),
                new PrintWriter(scene.err, true),
                failed -> {})
            .run(arguments);
    return scene.ended(status);
  }

  private interface Answers {
    @Nullable Object to(String method);
  }

  private static <T> T stub(Class<T> type, Map<String, Object> answers) {
    return proxy(type, answers::get);
  }

  private static <T> T proxy(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.to(method.getName())));
  }

  private static List<String> words(String call) {
    return List.of(call.split(" "));
  }

  @ParameterizedTest
  @FieldSource("PLAIN")
  void aPlainCallIsQuickAndSaysWhatTheTreeWouldSay(String call) {
    for (Answer answer : Answer.values()) {
      Optional<Run> quick = quick(words(call), answer);
      if (answer == Answer.NOBODY && call.startsWith("start")) {
        assertThat(quick).as("starting a coach takes all of the program").isEmpty();
      } else {
        assertThat(quick).as(call + ", " + answer).contains(byTheTree(words(call), answer));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "--version",
        "item --help",
        "help item",
        "item -h",
        "item --home",
        "item three",
        "item -1",
        "item 1 2",
        "item 99999999999",
        "itme",
        "start --sprnt 25m",
        "start --sprint soon",
        "start --sprint -5m",
        "pause --for 25h",
        "switch",
        "stop now",
        "quiet --off=false",
        "check-in --note -x",
        "switch @file",
        "status --follow",
        "status --json --follow",
        "item --home=/tmp/x",
        "review",
        "day end",
        "coach"
      })
  void whatIsNotPlainIsLeftToTheTree(String call) {
    assertThat(quick(call.isEmpty() ? List.of() : words(call), Answer.DONE)).isEmpty();
  }

  /** Whatever is put together of words that commands know: where it is quick, it is the same. */
  @Test
  void anyCallThatIsQuickIsTheTreesOwn() {
    Random random = new Random(9);
    List<String> vocabulary =
        List.of(
            "--for",
            "5m",
            "--sprint",
            "--flow",
            "--off",
            "--until-morning",
            "--fatigue",
            "11",
            "3",
            "0",
            "007",
            "--effort",
            "--items",
            "--note",
            "Boxes",
            "two words",
            "--skip",
            "--before",
            "--burnout",
            "--json",
            "--emergency",
            "keep",
            "KEEP",
            "drop",
            "PT25M",
            "1h30m",
            "0s",
            "25h",
            "--for=5m",
            "--fatigue=4",
            "--flow=true",
            "--home",
            "item",
            "'",
            "\"quoted\"",
            "ä",
            "",
            " ",
            "-",
            "--",
            "@x",
            "-x",
            "%s",
            "${x}",
            "a,b",
            "x=y");
    int quick = 0;
    for (int i = 0; i < 1200; i++) {
      List<String> call = new ArrayList<>();
      call.add(CoachCommands.NAMES.get(random.nextInt(CoachCommands.NAMES.size())));
      for (int more = random.nextInt(4); more > 0; more--) {
        call.add(vocabulary.get(random.nextInt(vocabulary.size())));
      }
      Answer answer = Answer.values()[random.nextInt(3)];
      Optional<Run> run = quick(call, answer);
      if (run.isPresent()) {
        quick++;
        assertThat(run).as(call.toString()).contains(byTheTree(call, answer));
      }
    }
    assertThat(quick).isGreaterThan(200);
  }

  @Test
  void everyNameIsACommandAndHasAskThatTheCoachKnows() {
    for (String name : CoachCommands.NAMES) {
      assertThat(CoachCommands.named(name)).as(name).isNotNull();
    }
    assertThat(quick(List.of("status"), Answer.DONE).orElseThrow().asked().getLast())
        .isEqualTo("status false Europe/Berlin");
    assertThat(quick(List.of("item"), Answer.DONE).orElseThrow().asked().getLast())
        .isEqualTo("tell {do=item, n=1} Europe/Berlin");
  }
}
