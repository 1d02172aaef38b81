package app.respite.main;

import app.respite.coach.port.Backups;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.JournalException;
import app.respite.journal.SqliteBackups;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The backups of a home. Where the journal is to be replaced, a running coach is asked to end,
 * which books what is open, and is started again afterwards.
 */
final class HomeBackups implements Backups {
  /** What is needed of the program around it. */
  interface Home {
    /** The running coach. */
    Optional<CoachLink> coach();

    /** The running coach, started where there was none. */
    CoachLink startedCoach();

    /** Tries again while another holds the journal, for as long as an ending coach may take. */
    <T> T patiently(Supplier<T> work);
  }

  private final SqliteBackups store;
  private final Home home;

  HomeBackups(SqliteBackups store, Home home) {
    this.store = store;
    this.home = home;
  }

  @Override
  public Path folder() {
    return store.folder();
  }

  @Override
  public List<Copy> copies() {
    return store.copies();
  }

  @Override
  public Kept look(Path file) {
    return store.look(file);
  }

  @Override
  public Optional<Kept> newestGood() {
    return store.newestGood();
  }

  @Override
  public Optional<Kept> make(@Nullable Path folder) {
    return store.make(folder);
  }

  @Override
  public Optional<Kept> daily() {
    return store.daily();
  }

  @Override
  public Change preview(Path file) {
    return store.preview(file);
  }

  @Override
  public Restored restore(Path file) {
    // What cannot be restored is refused before anybody is asked to make way.
    store.preview(file);
    return without(() -> store.restore(file));
  }

  @Override
  public Salvaged salvage(@Nullable Path file, boolean trial) {
    return trial && file != null
        ? store.salvage(file, true)
        : without(() -> store.salvage(file, trial));
  }

  @Override
  public Restored beginAnew() {
    return without(store::beginAnew);
  }

  private <T> T without(Supplier<T> work) {
    boolean ran = quit();
    T done;
    try {
      done = home.patiently(work);
    } catch (RuntimeException failed) {
      startAgain(ran, failed);
      throw failed;
    }
    if (ran) {
      home.startedCoach().close();
    }
    return done;
  }

  private boolean quit() {
    Optional<CoachLink> running = home.coach();
    if (running.isEmpty()) {
      return false;
    }
    try (CoachLink coach = running.get()) {
      coach.ask(new CoachRequest.Quit()).join();
    } catch (CompletionException goneAlready) {
      // That it is gone is what was wanted; a journal it still holds is told by its lock.
      return true;
    }
    return true;
  }

  private void startAgain(boolean ran, RuntimeException because) {
    if (ran && !(because instanceof JournalException held && isHeld(held))) {
      try {
        home.startedCoach().close();
      } catch (RuntimeException failed) {
        because.addSuppressed(failed);
      }
    }
  }

  private static boolean isHeld(JournalException failed) {
    return failed.kind() == JournalException.Kind.HELD;
  }
}
