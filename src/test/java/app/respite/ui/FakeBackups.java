package app.respite.ui;

import app.respite.coach.port.Backups;
import app.respite.coach.port.JournalException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Backups in memory, which note what was asked of them. */
public final class FakeBackups implements Backups {
  private static final Path FOLDER = Path.of("/home/ada/.local/share/respite/backups");
  private static final Holding NOW = holding(31, 412);

  /** What was done, in order. */
  public final List<String> done = new ArrayList<>();

  /** Newest first. */
  public final List<Copy> copies =
      new ArrayList<>(
          List.of(
              new Copy(
                  FOLDER.resolve("journal-2026-03-01-231000-daily.db"),
                  LocalDateTime.parse("2026-03-01T23:10:00"),
                  Kind.DAILY),
              new Copy(
                  FOLDER.resolve("journal-2026-02-28-220500-asked.db"),
                  LocalDateTime.parse("2026-02-28T22:05:00"),
                  Kind.ASKED)));

  /** Why nothing can be done; null where all can. */
  public @Nullable JournalException failure;

  private static Holding holding(long days, long sprints) {
    return new Holding(
        days,
        sprints,
        sprints * 12,
        0,
        3,
        sprints * 20,
        Instant.parse("2026-03-01T21:40:00Z"),
        null,
        "Boxes",
        sprints,
        1);
  }

  private void did(String what) {
    if (failure != null) {
      throw failure;
    }
    done.add(what);
  }

  @Override
  public Path folder() {
    return FOLDER;
  }

  @Override
  public List<Copy> copies() {
    return List.copyOf(copies);
  }

  @Override
  public Kept look(Path file) {
    return new Kept(file, 1_234_567, NOW);
  }

  @Override
  public Optional<Kept> newestGood() {
    return copies.stream().findFirst().map(copy -> look(copy.file()));
  }

  @Override
  public Optional<Kept> make(@Nullable Path folder) {
    did("make");
    return Optional.of(look(FOLDER.resolve("journal-2026-03-02-100000-asked.db")));
  }

  @Override
  public Optional<Kept> daily() {
    return Optional.empty();
  }

  @Override
  public Change preview(Path file) {
    return new Change(holding(32, 415), "", NOW);
  }

  @Override
  public Restored restore(Path file) {
    did("restore " + file.getFileName());
    return new Restored(NOW, FOLDER.resolve("journal-2026-03-02-100000-replaced.db"));
  }

  @Override
  public Salvaged salvage(@Nullable Path file, boolean trial) {
    if (!trial) {
      did("salvage");
    }
    return new Salvaged(
        List.of(new Saved("sprint", 400, 12, false), new Saved("task", 3, 0, false)),
        holding(30, 400),
        trial ? null : new Restored(NOW, FOLDER.resolve("journal-2026-03-02-100000-damaged.db")));
  }

  @Override
  public Restored beginAnew() {
    did("anew");
    return new Restored(holding(0, 0), null);
  }
}
