package app.respite.settings;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for changes of the file and tells what it has come to rest at. Sleeps until the system
 * reports something in its folder; where the system cannot, looks at the file's stamp.
 */
final class FileWatch implements Runnable, AutoCloseable {
  private static final long SETTLE_MILLIS = 200;
  private static final long POLL_MILLIS = 300;

  /** Opens the system's watch service. */
  interface Source {
    WatchService open(Path path) throws IOException;
  }

  private final SettingsFile file;
  private final Predicate<Content> known;
  private final Consumer<Content> changed;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<WatchKey, Set<Path>> names = new HashMap<>();
  private final @Nullable WatchService service;

  /**
   * Begins to collect changes; {@link #run} tells of them.
   *
   * @param known whether a content is the one last told of
   * @param changed is told of any other
   */
  FileWatch(SettingsFile file, Source source, Predicate<Content> known, Consumer<Content> changed) {
    this.file = file;
    this.known = known;
    this.changed = changed;
    this.service = open(source);
  }

  /** Runs until closed. */
  @Override
  public void run() {
    try {
      boolean reports = service != null;
      boolean open = true;
      while (open) {
        Optional<Stamp> before = stamp();
        settled(file::look, known, this::pause).ifPresent(changed);
        reports = reports && awaitReport();
        open = reports || awaitStamp(before);
      }
    } catch (ClosedWatchServiceException _) {
      // close() was called: the one way out of a wait without end
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    if (service != null) {
      service.close();
    }
  }

  /**
   * The content that a file comes to rest at, where it is not the one known. Editors empty a file
   * and then write it, or delete it and write another: a content counts when two looks in a row
   * agree on it, and that there is nothing only when three do.
   *
   * @param pause waits between two looks; false ends the search
   */
  static Optional<Content> settled(
      Supplier<Content> look, Predicate<Content> known, BooleanSupplier pause) {
    Content seen = look.get();
    int looks = 1;
    while (!known.test(seen)) {
      if (!pause.getAsBoolean()) {
        return Optional.empty();
      }
      Content again = look.get();
      looks = again.equals(seen) ? looks + 1 : 1;
      seen = again;
      boolean something = seen instanceof Content.Text text && !text.text().isBlank();
      if (looks >= (something ? 2 : 3) && !known.test(seen)) {
        return Optional.of(seen);
      }
    }
    return Optional.empty();
  }

  private @Nullable WatchService open(Source source) {
    WatchService opened = null;
    try {
      opened = source.open(file.path());
      // The JDK's own polling (macOS) looks every ten seconds only.
      if (!opened.getClass().getSimpleName().startsWith("Polling")) {
        register(opened);
        return opened;
      }
    } catch (IOException | UnsupportedOperationException _) {
      // no folder yet, or no watches left: looking at the stamp always works
    }
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException _) {
        // nothing was asked of it
      }
    }
    return null;
  }

  private void register(WatchService with) throws IOException {
    names.clear();
    for (Path watched : List.of(file.path().toAbsolutePath(), file.target())) {
      Path folder = watched.getParent();
      Path name = watched.getFileName();
      if (folder != null && name != null) {
        WatchKey key =
            folder.register(
                with,
                StandardWatchEventKinds.ENTRY_CREATE,
                StandardWatchEventKinds.ENTRY_MODIFY,
                StandardWatchEventKinds.ENTRY_DELETE);
        names.computeIfAbsent(key, none -> new HashSet<>()).add(name);
      }
    }
  }

  /** Waits for the system's word; false where it cannot be had any more. */
  private boolean awaitReport() {
    if (service == null) {
      return false;
    }
    try {
      boolean ours = false;
      while (!ours) {
        WatchKey key = service.take();
        Set<Path> wanted = names.getOrDefault(key, Set.of());
        for (WatchEvent<?> event : key.pollEvents()) {
          boolean lost = event.kind().equals(StandardWatchEventKinds.OVERFLOW);
          ours |= lost || (event.context() instanceof Path name && wanted.contains(name));
        }
        if (!key.reset()) {
          return false; // the folder is gone
        }
      }
      register(service); // a link may lead elsewhere now
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException _) {
      return false; // the folder is gone, or its links run in a circle
    }
  }

  /** Waits for another stamp of the file; false where the watch is closed. */
  private boolean awaitStamp(Optional<Stamp> before) {
    while (pause(POLL_MILLIS)) {
      if (!stamp().equals(before)) {
        return true;
      }
    }
    return false;
  }

  private record Stamp(long modified, long size, @Nullable Object identity) {}

  private Optional<Stamp> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(file.path(), BasicFileAttributes.class);
      return Optional.of(
          new Stamp(now.lastModifiedTime().to(TimeUnit.NANOSECONDS), now.size(), now.fileKey()));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private boolean pause() {
    return pause(SETTLE_MILLIS);
  }

  private boolean pause(long millis) {
    try {
      return !closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
