package app.respite.main;

import app.respite.link.CoachAddress;
import app.respite.link.SocketPlace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the coach of a home: where it says that it listens, else where it usually does. */
final class CoachFinder {
  private CoachFinder() {}

  /**
   * The first place where somebody listens; where nobody does, the home is one at least.
   *
   * @param connect connects to a place; empty where nobody listens
   */
  static <T> Optional<T> find(Folders folders, Function<Path, Optional<T>> connect) {
    Optional<Path> told = CoachAddress.in(folders.data());
    for (Path place : told.isPresent() ? List.of(told.get()) : places(folders)) {
      Optional<T> found = connect.apply(place);
      if (found.isPresent()) {
        return found;
      }
    }
    // Perhaps one listens that cannot be seen from here.
    folders.requireHome();
    return Optional.empty();
  }

  /** Where a coach may listen; beside its journal where there is no better place. */
  static List<Path> places(Folders folders) {
    List<Path> runtime = new ArrayList<>(folders.runtime());
    runtime.add(folders.data().resolve("run"));
    return SocketPlace.of(folders.data(), runtime);
  }
}
