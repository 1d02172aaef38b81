package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.simulate.Script;
import app.respite.coach.simulate.Simulation;
import app.respite.domain.day.Event;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.setting.Preferences;
import app.respite.json.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A review of what the coach wrote says what the coach said in the end. */
class ReviewOfSimulationTest {
  private static final String DAY =
      """
      {"do":"start","task":"Boxes","at":"2026-03-28T21:00:00+01:00"}
      {"do":"item","n":12,"after":"PT20M"}
      {"do":"check-in","fatigue":3,"effort":5,"items":30,"rejected":1,"after":"PT6M"}
      {"do":"accept","after":"PT3M30.5S"}
      {"do":"start","task":"Video","after":"PT7M"}
      {"do":"switch","task":"Boxes","after":"PT10M"}
      {"do":"suspend","for":"PT20M","after":"PT5.25S"}
      {"do":"start","task":"Boxes","after":"PT40M"}
      {"do":"zone","zone":"America/New_York","after":"PT3M"}
      {"do":"pause","after":"PT5M"}
      {"do":"resume","after":"PT4M"}
      {"do":"idle","after":"PT3M"}
      {"do":"active","after":"PT8M"}
      {"do":"start","task":"Video","after":"PT3H"}
      {"do":"skip","after":"PT26M"}
      {"do":"tired","after":"PT12M"}
      {"do":"start","task":"Boxes","after":"PT40H"}
      {"do":"end","after":"PT17M"}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Apia"})
  void theSecondsAndCountsAreThoseOfTheSummary(ZoneId zone) throws Exception {
    Script.Builder script = new Script.Builder();
    List<String> lines = DAY.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      script.add(i + 1, Json.readObject(lines.get(i)));
    }
    InMemoryJournal journal = new InMemoryJournal();
    List<TimedEvent> told = new ArrayList<>();
    Simulation.run(script.build(lines.size()), Preferences.DEFAULTS, zone, journal, told::add);
    Event.Summary summary = (Event.Summary) told.getLast().event();

    Review review =
        ReviewService.review(
            journal,
            Preferences.DEFAULTS,
            LocalDate.parse("2026-03-27"),
            LocalDate.parse("2026-03-31"),
            ZoneId.of("UTC"));

    assertThat(sum(review, DayFigures::workSeconds)).isEqualTo(summary.workSeconds());
    assertThat(sum(review, DayFigures::breakSeconds)).isEqualTo(summary.breakSeconds());
    assertThat(sum(review, DayFigures::naturalRestSeconds)).isEqualTo(summary.naturalRestSeconds());
    assertThat(sum(review, DayFigures::idleSeconds)).isEqualTo(summary.idleSeconds());
    assertThat(sum(review, DayFigures::pausedSeconds)).isEqualTo(summary.pausedSeconds());
    assertThat(sum(review, DayFigures::readySeconds)).isEqualTo(summary.readySeconds());
    assertThat(sum(review, DayFigures::awaySeconds)).isEqualTo(summary.awaySeconds());
    assertThat(sum(review, DayFigures::sprintsCompleted)).isEqualTo(summary.sprintsCompleted());
    assertThat(sum(review, DayFigures::sprintsPartial)).isEqualTo(summary.sprintsPartial());
    assertThat(sum(review, DayFigures::breaksTaken)).isEqualTo(summary.breaksTaken());
    assertThat(sum(review, DayFigures::breaksSkipped)).isEqualTo(summary.breaksSkipped());
    assertThat(sum(review, DayFigures::breaksPostponed)).isEqualTo(summary.breaksPostponed());
    assertThat(review.tasks().stream().mapToLong(TaskFigures::workSeconds).sum())
        .isEqualTo(summary.workSeconds());
    assertThat(review.days().stream().filter(day -> day.workSeconds() > 0)).hasSizeGreaterThan(1);
    assertThat(sum(review, DayFigures::items)).isEqualTo(30);
    assertThat(sum(review, DayFigures::ratedSprints)).isEqualTo(1);
  }

  private static long sum(Review review, ToLongFunction<DayFigures> figure) {
    return review.days().stream().mapToLong(figure).sum();
  }
}
