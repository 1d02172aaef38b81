package app.respite.coach;

import app.respite.coach.port.JournalReader;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.RunningSprint;
import app.respite.domain.setting.Preferences;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How many items a day has, as a review of it says. Every counted item asks, hundreds of times a
 * day, so the review is made anew only when history, the day or the sprint is another one.
 */
public final class ItemsToday {
  /** What the count depends on besides the items of the sprint that runs. */
  private record Basis(long sequence, LocalDate day, ZoneId zone, @Nullable UUID sprint) {}

  private final JournalReader journal;
  private @Nullable Basis basis;
  private long booked;
  private long forEachRunning;

  public ItemsToday(JournalReader journal) {
    this.journal = journal;
  }

  /**
   * The items of a day.
   *
   * @param running the sprint that runs, whose items nothing else has; null where none does
   */
  public long count(
      Preferences preferences, LocalDate day, ZoneId zone, @Nullable RunningSprint running) {
    Basis now = new Basis(journal.sequence(), day, zone, running == null ? null : running.id());
    if (!now.equals(basis)) {
      booked = items(preferences, day, zone, null);
      // Items of the sprint count, unless an import tells of its time or it belongs to another day.
      forEachRunning =
          running == null ? 0 : items(preferences, day, zone, running.withItems(1)) - booked;
      basis = now;
    }
    return booked + (running == null ? 0 : forEachRunning * running.items());
  }

  private long items(
      Preferences preferences, LocalDate day, ZoneId zone, @Nullable RunningSprint running) {
    OpenWork open = new OpenWork(List.of(), running);
    return ReviewService.day(journal, preferences, day, zone, open).items();
  }
}
