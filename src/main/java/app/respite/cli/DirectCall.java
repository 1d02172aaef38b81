package app.respite.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A plain call for what somebody waits for: the coach, the window, a part of the program that the
 * coach starts, the review, what can be completed. It is read without the tree of all commands,
 * which would stay in memory for as long as the coach runs, and which makes everybody wait a
 * seventh of a second.
 *
 * @param home the home that was named, or null
 */
record DirectCall(Work work, @Nullable Path home) {
  /** What to do in the world of that home. */
  interface Work {
    /** Gives the exit status; empty where it cannot be done here, with nothing done. */
    OptionalInt in(ProgramServices world, PrintWriter out, PrintWriter err) throws Exception;
  }

  private static final Map<List<String>, Work> WORKS =
      Map.of(
          List.of(),
          window(""),
          List.of("coach"),
          (world, out, err) -> OptionalInt.of(world.residentCoach()),
          List.of("face", "break"),
          face(ProgramServices.FaceKind.BREAK),
          List.of("face", "mini"),
          face(ProgramServices.FaceKind.MINI),
          List.of("worker", "learn"),
          (world, out, err) -> OptionalInt.of(WorkerCommand.learn(world, out)),
          List.of("worker", "backup"),
          (world, out, err) -> OptionalInt.of(WorkerCommand.backup(world, out)));

  /**
   * Reads a call; empty where the tree has to.
   *
   * @throws java.nio.file.InvalidPathException where the home is no path here
   */
  static Optional<DirectCall> read(List<String> arguments) {
    return PlainWords.of(arguments)
        .flatMap(
            call ->
                Optional.ofNullable(call.page() == null ? named(call.words()) : window(call))
                    .map(work -> new DirectCall(work, call.home())));
  }

  private static @Nullable Work window(PlainWords call) {
    String page = call.page();
    return page == null || !call.words().isEmpty() ? null : window(page);
  }

  private static Work window(String page) {
    return (world, out, err) ->
        world.window(page).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private static @Nullable Work named(List<String> words) {
    if (!words.isEmpty() && words.getFirst().equals("review")) {
      ReviewCommand review = ReviewCommand.plain(words.subList(1, words.size())).orElse(null);
      return review == null
          ? null
          : (world, out, err) -> OptionalInt.of(review.in(world, out, err));
    }
    if (!words.isEmpty() && words.getFirst().equals(Offers.CALL)) {
      return Offers.asked(words.subList(1, words.size())).orElse(null);
    }
    return WORKS.get(words);
  }

  private static Work face(ProgramServices.FaceKind kind) {
    return (world, out, err) -> OptionalInt.of(ProgramCommands.Face.show(world, kind));
  }
}
