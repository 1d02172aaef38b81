package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Hours that are to be reported soon are said with the evening's offer, and only then. */
class HoursInTheEveningTest {
  private static final Instant TWO = Instant.parse("2026-03-02T14:00:00Z");
  private static final Duration TICK = Duration.ofSeconds(12);
  private static final Task CHAT =
      new Task(
          new UUID(1, 1),
          "Chat",
          "Outlier",
          "",
          new Pay.PerHour(new Money(new BigDecimal("20"), "USD")),
          null,
          null,
          null,
          false,
          false,
          false);

  private static final Task OWN = Task.named(new UUID(1, 2), "Own");

  private final InMemoryJournal journal = new InMemoryJournal();
  private final List<String> told = new ArrayList<>();
  private Duration passed = Duration.ZERO;

  private void put(JournalRecord record) {
    journal.write(List.of(new Change.Put(record)), null);
  }

  private void within(@Nullable Duration limit) {
    put(new Platform(Platform.idOf("Outlier"), "Outlier", null, null, null, limit, null));
  }

  private ClockReading reading() {
    return new ClockReading(TWO.plus(passed), passed, passed);
  }

  private void take(List<TimedEvent> events) {
    for (TimedEvent one : events) {
      if (one.event() instanceof Event.Advice advice && advice.kind() == Event.Advice.Kind.HOURS) {
        told.add(advice.sentence());
      }
    }
  }

  private void ticks(CoachCore core, Duration length) {
    for (Duration end = passed.plus(length);
        passed.compareTo(end) < 0;
        passed = passed.plus(TICK)) {
      take(core.handle(reading(), new Input.Active()));
    }
  }

  /** Two hours and a quarter in the afternoon, and a little more after the evening's offer. */
  private void afternoon() {
    put(CHAT);
    put(OWN);
    CoachCore core =
        CoachCore.open(journal, Preferences.DEFAULTS, reading(), ZoneOffset.UTC, "boot", 7);
    take(core.handle(reading(), new Input.Start(CHAT, null, true)));
    ticks(core, Duration.ofMinutes(135));
    take(core.handle(reading(), new Input.Stop()));
    ticks(core, Duration.ofMinutes(5));
    take(core.handle(reading(), new Input.Start(CHAT, null, true)));
    ticks(core, Duration.ofMinutes(10));
    take(core.handle(reading(), new Input.Stop()));
    ticks(core, Duration.ofMinutes(60));
    take(core.handle(reading(), new Input.DayEnd()));
  }

  @Test
  void whatIsDueTomorrowIsSaidOnceInTheEvening() {
    within(Duration.ofDays(1));
    afternoon();
    assertThat(told).containsExactly("Outlier: 2 h 15 min of Mon 2 Mar to report by tomorrow.");
  }

  @Test
  void whatHasTimeIsNotSpokenOf() {
    within(Duration.ofDays(7));
    afternoon();
    assertThat(told).isEmpty();
  }

  @Test
  void whatIsReportedIsNotSpokenOf() {
    within(Duration.ofDays(1));
    put(
        new Report(
            new UUID(3, 3),
            CHAT.id(),
            LocalDate.parse("2026-03-02"),
            Duration.ofMinutes(135).toSeconds(),
            TWO));
    afternoon();
    assertThat(told).isEmpty();
  }

  @Test
  void withoutATermNothingIsSaid() {
    within(null);
    afternoon();
    assertThat(told).isEmpty();
  }

  /** B90: late on two evenings, said on the first of them. */
  @Test
  void whatIsLateIsNotSaidEveryEvening() {
    within(Duration.ofDays(0));
    afternoon();
    told.clear();
    for (int evening = 1; evening <= 2; evening++) {
      passed = Duration.ofDays(evening);
      CoachCore core =
          CoachCore.open(journal, Preferences.DEFAULTS, reading(), ZoneOffset.UTC, "boot", 7);
      take(core.handle(reading(), new Input.Start(OWN, null, true)));
      ticks(core, Duration.ofMinutes(135));
      take(core.handle(reading(), new Input.Stop()));
      take(core.handle(reading(), new Input.DayEnd()));
    }
    assertThat(told)
        .containsExactly(
            "Outlier: 2 h 25 min of Mon 2 Mar not reported; the last day for it was Mon 2 Mar.");
  }
}
