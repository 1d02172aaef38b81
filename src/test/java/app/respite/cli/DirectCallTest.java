package app.respite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.CoachException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coach, window, faces, workers and the review start past the tree, and nobody can tell. */
class DirectCallTest {
  /** What a call touched of its world, how it ended and what it said. */
  private record Run(@Nullable Path home, List<String> touched, int status, String err) {}

  /** A world that writes down what is wanted of it and ends every call at its journal. */
  private static final class Scene implements ProgramServices.Maker {
    final List<String> touched = new ArrayList<>();
    final StringWriter err = new StringWriter();
    @Nullable Path home;

    @Override
    public ProgramServices of(@Nullable Path named) {
      home = named;
      return (ProgramServices)
          Proxy.newProxyInstance(
              ProgramServices.class.getClassLoader(),
              new Class<?>[] {ProgramServices.class},
              (self, method, arguments) -> {
                if (method.getName().equals("close")) {
                  return null;
                }
                touched.add(
                    method.getName() + (arguments == null ? List.of() : List.of(arguments)));
                return switch (method.getName()) {
                  case "residentCoach" -> 0;
                  case "window" -> Optional.of(0);
                  case "face" -> true;
                  default -> throw new CoachException(CoachException.Kind.STORE, "no further");
                };
              });
    }

    Run ended(int status) {
      return new Run(home, List.copyOf(touched), status, err.toString());
    }
  }

  private static Optional<Run> direct(List<String> arguments) {
    Scene scene = new Scene();
    PrintWriter err = new PrintWriter(scene.err, true);
    return DirectCall.read(arguments)
        .map(
            call -> {
              try {
                return call.work().in(scene.of(call.home()), err, err).orElseThrow();
              } catch (Exception failed) {
                return Cli.fail(failed, err, unseen -> {});
              }
            })
        .map(scene::ended);
  }

  private static Run byTheTree(List<String> arguments) {
    Scene scene = new Scene();
    PrintWriter err = new PrintWriter(scene.err, true);
    return scene.ended(new CommandTree(scene, "test", err, err, unseen -> {}).run(arguments));
  }

  private static List<String> words(String call) {
    return call.isEmpty() ? List.of() : List.of(call.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--home /tmp/x",
        "--page review",
        "--page item --home /tmp/x",
        "coach",
        "coach --home /tmp/x",
        "--home /tmp/x coach",
        "face break",
        "face mini --home /tmp/x",
        "worker learn",
        "worker backup --home /tmp/x",
        "review",
        "review --json",
        "review --day yesterday",
        "review --from 2026-03-01 --to 2026-03-04 --json",
        "review --week --home /tmp/x",
        "review --week --day today"
      })
  void aPlainCallIsDirectAndDoesWhatTheTreeWouldDo(String call) {
    assertThat(direct(words(call))).as(call).contains(byTheTree(words(call)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "--page",
        "--home",
        "--page=review",
        "coach --help",
        "coach now",
        "coach --page review",
        "face",
        "face wide",
        "worker sleep",
        "review --day",
        "review --day -1",
        "review --day @file",
        "review --json --json",
        "review --day=yesterday",
        "review help",
        "task list",
        "status"
      })
  void whatIsNotPlainIsLeftToTheTree(String call) {
    assertThat(direct(words(call))).as(call).isEmpty();
  }

  @Test
  void anyCallThatIsDirectIsTheTreesOwn() {
    Random random = new Random(9);
    List<String> vocabulary =
        List.of(
            "review",
            "coach",
            "face",
            "break",
            "mini",
            "worker",
            "learn",
            "backup",
            "--json",
            "--week",
            "--day",
            "--from",
            "--to",
            "--home",
            "--page",
            "today",
            "2026-03-01",
            "--day=today",
            "/tmp/x",
            "",
            " ",
            "-",
            "--",
            "@x",
            "-x",
            "ä",
            "'",
            "${x}");
    int direct = 0;
    for (int i = 0; i < 3000; i++) {
      List<String> call = new ArrayList<>();
      for (int more = random.nextInt(5); more > 0; more--) {
        call.add(vocabulary.get(random.nextInt(vocabulary.size())));
      }
      Optional<Run> run = direct(call);
      if (run.isPresent()) {
        direct++;
        assertThat(run).as(call.toString()).contains(byTheTree(call));
      }
    }
    assertThat(direct).isGreaterThan(100);
  }

  @Test
  void theHelpOfOneCommandIsTheOneThatTheWholeTreeGives() {
    for (String name : List.of("review", "item", "task", "log", "restore", "rules")) {
      assertThat(said(List.of(name, "--help")))
          .isEqualTo(said(List.of("help", name)))
          .contains(name);
    }
  }

  private static String said(List<String> arguments) {
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out, true);
    assertThat(
            new CommandTree(
                    home -> {
                      throw new AssertionError("help needs no home");
                    },
                    "test",
                    to,
                    to,
                    failed -> Objects.requireNonNull(failed))
                .run(arguments))
        .isZero();
    return out.toString();
  }
}
