package app.respite.link;

import app.respite.coach.port.Announcement;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The settings as the coach has them: a face neither reads nor watches their file, and hears of a
 * change at once. Only what is to be saved after the coach has gone goes into the file itself.
 *
 * <p>May be used from any thread but the link's own.
 */
public final class LinkSettings implements SettingsStore {
  private final CoachLink link;
  private final Path path;
  private final Supplier<SettingsStore> file;
  private final Object lock = new Object();

  /** Guarded by lock. */
  private Loaded latest;

  /** Guarded by lock; a later answer takes the place of an earlier one. */
  private long shown;

  /** Guarded by lock. */
  private long asked;

  private volatile Consumer<Loaded> listener = loaded -> {};

  /**
   * Asks the coach for its settings and follows them.
   *
   * @param path the file, for those who want to see or edit it
   * @param file the file itself, made only where there is no coach to ask
   * @throws CoachException where the coach is gone
   */
  public LinkSettings(CoachLink link, Path path, Supplier<SettingsStore> file) {
    this.link = link;
    this.path = path;
    this.file = file;
    link.subscribe(
        new CoachLink.Listener() {
          @Override
          public void updated(Update update) {
            if (update.happened().stream()
                .anyMatch(Announcement.SettingsChanged.class::isInstance)) {
              askAgain();
            }
          }

          @Override
          public void lost(String why) {
            // Whoever shows the settings hears of it from the link itself.
          }
        });
    latest = first();
  }

  private Loaded first() {
    try {
      return ask(new CoachRequest.Settings());
    } catch (CoachException refused) {
      if (refused.kind() == Kind.NO_COACH) {
        throw refused;
      }
      // A coach of an older build knows no such request.
      return file.get().load();
    }
  }

  private Loaded ask(CoachRequest<Loaded> request) {
    try {
      return link.ask(request).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof CoachException known) {
        throw known;
      }
      throw failed;
    }
  }

  /** On the link's own thread, which must not wait. */
  private void askAgain() {
    long mine;
    synchronized (lock) {
      mine = ++asked;
    }
    var _ = link.ask(new CoachRequest.Settings()).thenAccept(answer -> take(mine, answer));
  }

  private void take(long turn, Loaded now) {
    synchronized (lock) {
      if (turn <= shown) {
        return;
      }
      shown = turn;
      latest = now;
    }
    listener.accept(now);
  }

  @Override
  public Loaded load() {
    synchronized (lock) {
      return latest;
    }
  }

  @Override
  public Loaded save(List<Edit> edits) {
    try {
      return keep(ask(new CoachRequest.SaveSettings(edits)));
    } catch (CoachException failed) {
      return switch (failed.kind()) {
        case NO_COACH -> keep(file.get().save(edits));
        default -> throw new SettingsException(String.valueOf(failed.getMessage()), failed);
      };
    }
  }

  private Loaded keep(Loaded now) {
    synchronized (lock) {
      latest = now;
    }
    return now;
  }

  /**
   * {@inheritDoc}
   *
   * <p>For one listener, and of what the coach tells, the face's own saves included.
   */
  @Override
  public void watch(Consumer<Loaded> told) {
    listener = told;
  }

  @Override
  public Path file() {
    return path;
  }

  /** The link is the face's to close. */
  @Override
  public void close() {
    listener = loaded -> {};
  }
}
