package app.respite.cli;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Update;
import app.respite.coach.port.UpdateFields;
import app.respite.coach.words.Sentences;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** The coach as a program: run it, end it, see it. */
final class ProgramCommands {
  private ProgramCommands() {}

  @Command(description = "Run the coach alone, without a window.")
  static final class Coach extends BaseCommand {
    @Override
    public Integer call() {
      return world().residentCoach();
    }
  }

  @Command(hidden = true, description = "Show one of the faces that the coach starts by itself.")
  static final class Face extends BaseCommand {
    @Parameters(
        paramLabel = "KIND",
        converter = KindConverter.class,
        description = "break or mini.")
    ProgramServices.@Nullable FaceKind kind;

    @Override
    public Integer call() {
      return kind == null ? NO : show(world(), kind);
    }

    static int show(ProgramServices world, ProgramServices.FaceKind kind) {
      return world.face(kind) ? OK : NO;
    }
  }

  private static final class KindConverter implements ITypeConverter<ProgramServices.FaceKind> {
    @Override
    public ProgramServices.FaceKind convert(String word) {
      for (ProgramServices.FaceKind kind : ProgramServices.FaceKind.values()) {
        if (kind.word().equals(word)) {
          return kind;
        }
      }
      throw new TypeConversionException("there is no face '" + word + "'; give break or mini");
    }
  }

  /** The state; for {@code --follow} it stays and tells of every change. */
  static final class Status extends DeclaredCommand {
    private static final String LOST = "";

    private boolean json;

    Status(CoachCommand command) {
      super(command);
    }

    @Override
    public Integer call() {
      Map<String, @Nullable Object> fields = fields();
      if (!fields.containsKey("follow")) {
        return super.call();
      }
      json = fields.containsKey("json");
      try (CoachLink coach = coach()) {
        return follow(coach);
      }
    }

    private int follow(CoachLink coach) {
      BlockingQueue<Object> heard = new LinkedBlockingQueue<>(256);
      show(coach, coach.latest());
      if (out().checkError()) {
        return OK;
      }
      coach.subscribe(
          new CoachLink.Listener() {
            @Override
            public void updated(Update update) {
              if (!heard.offer(update)) {
                coach.close();
              }
            }

            @Override
            public void lost(String why) {
              heard.clear();
              heard.add(why);
            }
          });
      String last = LOST;
      try {
        while (true) {
          Object next = heard.take();
          if (!(next instanceof Update update)) {
            return OK;
          }
          String line = line(update);
          if (json || !line.equals(last)) {
            show(coach, update);
          }
          last = line;
          if (out().checkError()) {
            return OK;
          }
        }
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        return OK;
      }
    }

    private String line(Update update) {
      return new Sentences(world().clock().zone()).status(update);
    }

    private void show(CoachLink coach, Update update) {
      if (json) {
        print(UpdateFields.of(update, today(coach)));
      } else {
        out().println(line(update));
        out().flush();
      }
    }

    private Map<String, @Nullable Object> today(CoachLink coach) {
      try {
        return await(coach.ask(new CoachRequest.Today()));
      } catch (CoachException ending) {
        if (ending.kind() == Kind.NO_COACH) {
          return Map.of();
        }
        throw ending;
      }
    }
  }
}
