package app.respite.link;

import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings for a command, which comes and goes: those of the coach that runs, and the file's
 * where none does, so that there is never more than one who writes it.
 *
 * <p>What was read once is not read again. May be used from any thread.
 */
public final class CalledSettings implements SettingsStore {
  private final Supplier<Optional<CoachCall>> coach;
  private final Path path;
  private final Supplier<SettingsStore> opened;
  private @Nullable SettingsStore file;
  private @Nullable Loaded latest;

  /**
   * The settings of a home.
   *
   * @param coach calls the coach; empty where none runs
   * @param path the file, for those who want to see or edit it
   * @param file opens the file; asked only where there is no coach to ask
   */
  public CalledSettings(
      Supplier<Optional<CoachCall>> coach, Path path, Supplier<SettingsStore> file) {
    this.coach = coach;
    this.path = path;
    this.opened = file;
  }

  @Override
  public synchronized Loaded load() {
    if (latest == null) {
      latest = current();
    }
    return latest;
  }

  private Loaded current() {
    try {
      return asked(CoachCall::settings).orElseGet(() -> opened().load());
    } catch (CoachException refused) {
      // A coach of another build; to read the file beside it harms nobody.
      return opened().load();
    }
  }

  @Override
  public synchronized Loaded save(List<Edit> edits) {
    try {
      latest = asked(call -> call.save(edits)).orElseGet(() -> opened().save(edits));
      return latest;
    } catch (CoachException failed) {
      throw new SettingsException(String.valueOf(failed.getMessage()), failed);
    }
  }

  /** What the coach answers; empty where there is none. */
  private Optional<Loaded> asked(Function<CoachCall, Loaded> question) {
    Optional<CoachCall> found = coach.get();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (CoachCall call = found.get()) {
      return Optional.of(question.apply(call));
    } catch (CoachException failed) {
      if (failed.kind() == Kind.NO_COACH) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  private SettingsStore opened() {
    if (file == null) {
      file = opened.get();
    }
    return file;
  }

  /** A command is gone before it could follow anything. */
  @Override
  public void watch(Consumer<Loaded> listener) {
    throw new UnsupportedOperationException("a command follows no settings");
  }

  @Override
  public Path file() {
    return path;
  }

  @Override
  public synchronized void close() {
    if (file != null) {
      file.close();
    }
  }
}
