package app.respite.settings;

import app.respite.coach.port.Reason;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Settings in a properties file, UTF-8 or, where it is none, ISO-8859-1. Read with Commons
 * Configuration's grammar, without includes and interpolation: what is written is what counts.
 *
 * <p>A save reads the file again, changes the lines of the keys it was given, and replaces the file
 * at once; where the path is a symbolic link, what it leads to. A file that is no text at all is
 * never written over. While such a file stands there, the settings read before it stay in force.
 *
 * <p>May be used from any thread.
 */
public final class PropertiesSettings implements SettingsStore {
  private static final String HEAD =
      "Settings of Respite. Changes here are applied at once; your own comments stay.";
  private static final int ATTEMPTS = 5;

  private final SettingsFile file;
  private final Executor watcher;
  private final FileWatch.Source source;
  private final Object lock = new Object();

  /** What was last told of, so that only changes from outside are told; guarded by lock. */
  private @Nullable Content told;

  private @Nullable Preferences lastGood;
  private @Nullable FileWatch watch;

  /**
   * Settings in a file, which need not be there.
   *
   * @param watcher runs what {@link #watch} waits in, until {@link #close}: a thread of its own
   */
  public PropertiesSettings(Path file, Executor watcher) {
    this(file, watcher, path -> path.getFileSystem().newWatchService());
  }

  PropertiesSettings(Path file, Executor watcher, FileWatch.Source source) {
    this.file = new SettingsFile(file);
    this.watcher = watcher;
    this.source = source;
  }

  @Override
  public Path file() {
    return file.path();
  }

  @Override
  public Loaded load() {
    synchronized (lock) {
      Content now = file.look();
      if (watch == null) {
        told = now;
      }
      return loaded(now);
    }
  }

  @Override
  public Loaded save(List<Edit> edits) {
    edits.forEach(PropertiesSettings::check);
    synchronized (lock) {
      try {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
          Content seen = file.look();
          Content.Text base = writable(seen);
          Content.Text changed = writable(edited(base, seen instanceof Content.Absent, edits));
          if (changed.equals(base)) {
            return loaded(seen);
          }
          if (file.replace(seen, changed)) {
            if (seen.equals(told)) {
              told = changed;
            }
            return loaded(changed);
          }
        }
      } catch (IOException e) {
        throw new SettingsException(
            file() + " cannot be written (" + Reason.of(e) + "); nothing was changed", e);
      }
      throw new SettingsException(
          file() + " is being written by another program; nothing was changed, try again");
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>For one listener. What it throws ends the watch and goes to the executor.
   */
  @Override
  public void watch(Consumer<Loaded> listener) {
    synchronized (lock) {
      if (watch != null) {
        throw new IllegalStateException("The settings are being watched.");
      }
      if (told == null) {
        told = file.look();
      }
      watch = new FileWatch(file, source, this::isTold, content -> tell(content, listener));
      watcher.execute(watch);
    }
  }

  @Override
  public void close() {
    synchronized (lock) {
      try {
        if (watch != null) {
          watch.close();
        }
      } catch (IOException e) {
        throw new SettingsException(file() + " is still being watched: " + Reason.of(e), e);
      }
    }
  }

  private boolean isTold(Content content) {
    synchronized (lock) {
      return content.equals(told);
    }
  }

  private void tell(Content content, Consumer<Loaded> listener) {
    Loaded loaded;
    synchronized (lock) {
      told = content;
      loaded = loaded(content);
    }
    listener.accept(loaded);
  }

  private Loaded loaded(Content content) {
    return switch (content) {
      case Content.Absent _ -> good(new Loaded(Preferences.DEFAULTS, List.of()));
      case Content.Text text -> good(read(text));
      case Content.Unreadable(String why) -> {
        String instead =
            lastGood == null ? "the defaults are used" : "the settings read before stay in force";
        yield new Loaded(
            lastGood == null ? Preferences.DEFAULTS : lastGood,
            List.of(new Problem(0, "", file() + " " + why + "; until then " + instead)));
      }
    };
  }

  private Loaded good(Loaded loaded) {
    lastGood = loaded.preferences();
    return loaded;
  }

  private static Loaded read(Content.Text text) {
    Loaded loaded = Interpreter.read(Page.of(text.text(), text.asciiOnly()));
    if (text.foreignLine() == 0) {
      return loaded;
    }
    List<Problem> problems = new ArrayList<>();
    problems.add(
        new Problem(
            text.foreignLine(),
            "",
            "this line is not UTF-8; the file is read as ISO-8859-1 instead, save it as UTF-8"));
    problems.addAll(loaded.problems());
    return new Loaded(loaded.preferences(), List.copyOf(problems));
  }

  private Content.Text writable(Content seen) {
    return switch (seen) {
      case Content.Absent _ -> Content.fresh();
      case Content.Text text -> text;
      case Content.Unreadable(String why) ->
          throw new SettingsException(file() + " " + why + "; nothing was changed");
    };
  }

  private static Content edited(Content.Text base, boolean fresh, List<Edit> edits)
      throws IOException {
    Page page = Page.of(base.text(), base.asciiOnly());
    for (Edit edit : edits) {
      String name = new KeyName(edit.task(), edit.key()).written();
      if (edit.text() == null) {
        page = page.without(name);
        continue;
      }
      if (fresh && page.text().isEmpty()) {
        page = page.withComment(HEAD);
      }
      page = page.with(name, edit.text().strip(), edit.key().help());
    }
    return base.with(page.text());
  }

  /** What could not be read back is not written. */
  private static void check(Edit edit) {
    KeyName name = new KeyName(edit.task(), edit.key());
    if (!KeyName.of(name.written()).equals(Optional.of(name))) {
      throw new SettingsException(
          edit.task() == null
              ? edit.key() + " is no setting for all tasks"
              : edit.key() + " is no setting of a task named \"" + edit.task() + "\"");
    }
    if (edit.text() != null) {
      try {
        edit.key().type().parse(edit.text());
      } catch (BadValue bad) {
        throw new SettingsException(
            edit.key() + ": \"" + edit.text().strip() + "\" is not " + bad.getMessage(), bad);
      }
    }
  }
}
