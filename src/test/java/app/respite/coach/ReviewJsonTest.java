package app.respite.coach;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Tier;
import app.respite.domain.review.Diary;
import app.respite.domain.review.FatigueFigures;
import app.respite.domain.review.Review;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewJsonTest {
  private static List<String> keys(Object object) {
    return ((Map<?, ?>) object).keySet().stream().map(String::valueOf).toList();
  }

  private static Object first(Object list) {
    return ((List<?>) list).getFirst();
  }

  @Test
  void keysAndTheirOrderAreThoseOfTheContract() {
    Map<String, ?> json = ReviewJson.of(Diary.monday().review(MONDAY, MONDAY));
    assertThat(keys(json))
        .startsWith("from", "to", "zone", "days", "tasks", "load", "fatigue", "watch", "streaks");
    assertThat(keys(first(json.get("days"))))
        .containsExactly(
            "day",
            "workSeconds",
            "breakSeconds",
            "naturalRestSeconds",
            "idleSeconds",
            "pausedSeconds",
            "readySeconds",
            "awaySeconds",
            "sprintsCompleted",
            "sprintsPartial",
            "breaksTaken",
            "breaksSkipped",
            "breaksPostponed",
            "breaksNatural",
            "items",
            "rejected",
            "load",
            "ratedSprints",
            "sprints",
            "endFatigue",
            "earned",
            "heavySeconds");
    assertThat(keys(first(json.get("tasks"))))
        .startsWith(
            "task",
            "platform",
            "workSeconds",
            "items",
            "rejected",
            "itemsPerHour",
            "medianSecondsPerItem",
            "rejectedRate",
            "earned",
            "perWorkHour",
            "perPresentHour",
            "setAside",
            "trend");
    assertThat(keys(json.get("streaks"))).containsExactly("restKept", "daysWorked", "sprintDays");
    assertThat(json.get("load")).isNull();
    assertThat(json.get("fatigue")).isNull();
    assertThat(json.get("watch")).isNull();
  }

  @Test
  void aDayReadsLikeThis() {
    Map<String, ?> json = ReviewJson.of(Diary.monday().review(MONDAY, MONDAY));
    assertThat(Json.write(first(json.get("days")), BERLIN))
        .isEqualTo(
            "{\"day\":\"2026-03-02\",\"workSeconds\":3900,\"breakSeconds\":300,"
                + "\"naturalRestSeconds\":720,\"idleSeconds\":0,\"pausedSeconds\":0,"
                + "\"readySeconds\":180,\"awaySeconds\":1800,\"sprintsCompleted\":2,"
                + "\"sprintsPartial\":1,\"breaksTaken\":1,\"breaksSkipped\":0,"
                + "\"breaksPostponed\":1,\"breaksNatural\":1,\"items\":54,\"rejected\":2,"
                + "\"load\":145.0,\"ratedSprints\":2,\"sprints\":3,\"endFatigue\":4,"
                + "\"earned\":{\"USD\":2.4},\"heavySeconds\":0}");
  }

  @Test
  void aTrendHasTheContractsKeysAndNothingIsNotANumber() {
    Diary diary = new Diary(BERLIN);
    Task task = diary.task("Boxes", "", Pay.NONE);
    Instant nine = diary.at("2026-03-02T09:00");
    for (int i = 0; i < 6; i++) {
      diary.sprint(task, nine.plusSeconds(1800L * i), 25, null, null, 40);
    }
    Map<String, ?> json = ReviewJson.of(diary.review(MONDAY, MONDAY));
    Object trend = ((Map<?, ?>) first(json.get("tasks"))).get("trend");
    assertThat(keys(trend))
        .containsExactly("n", "slopePerHour", "s", "variance", "z", "p", "intercept");
    assertThat(Json.write(json, BERLIN)).doesNotContain("NaN").doesNotContain("Infinity");
  }

  @Test
  void loadAndWatchHaveTheKeysOfTheContractFirst() {
    Map<String, ?> json = ReviewJson.of(Diary.monday().analysed(MONDAY, MONDAY));
    assertThat(keys(json.get("load")))
        .containsExactly(
            "week",
            "ratedShare",
            "monotony",
            "strain",
            "usualWeek",
            "daysOff",
            "weekHours",
            "usualHours");
    assertThat(keys(json.get("watch"))).containsExactly("state", "channels", "card", "validDays");
    assertThat(keys(first(((Map<?, ?>) json.get("watch")).get("channels"))))
        .containsExactly("name", "days", "sum", "limit", "active", "evidence");
    assertThat(keys(first(json.get("tasks")))).endsWith("withinSprints", "perPresentHourRange");
  }

  @Test
  void whatIsNotKnownOfLoadAndWatchIsNull() {
    Map<String, ?> json = ReviewJson.of(Diary.monday().analysed(MONDAY, MONDAY));
    Map<?, ?> load = (Map<?, ?>) json.get("load");
    assertThat(load.get("week")).isNull();
    assertThat(load.get("ratedShare")).isEqualTo(35 / 65.0);
    assertThat(load.get("monotony")).isNull();
    assertThat(load.get("usualWeek")).isNull();
    assertThat(load.get("daysOff")).isNull();
    Map<?, ?> watch = (Map<?, ?>) json.get("watch");
    assertThat(watch.get("state")).isEqualTo("learning");
    assertThat(watch.get("card")).isNull();
    assertThat(watch.get("validDays")).isEqualTo(1);
  }

  @Test
  void theUsualPaceTheSprintsAndTheRatingsStandBesideTheContractsFigures() {
    Map<String, ?> json = ReviewJson.of(Diary.monday().review(MONDAY, MONDAY));
    assertThat(((Map<?, ?>) first(json.get("tasks"))).get("usualBand"))
        .isEqualTo(band(null, null, 0));
    assertThat(keys(first(json.get("sprints"))))
        .containsExactly(
            "id",
            "day",
            "task",
            "start",
            "end",
            "activeSeconds",
            "outcome",
            "items",
            "itemsPerHour",
            "fatigue",
            "effort");
    Map<?, ?> sprint = (Map<?, ?>) first(json.get("sprints"));
    assertThat(sprint.get("task")).isEqualTo("Boxes");
    assertThat(sprint.get("itemsPerHour")).isEqualTo(72.0);
    assertThat(
            ((List<?>) json.get("ratings")).stream().map(one -> ((Map<?, ?>) one).get("fatigue")))
        .isEqualTo(List.of(3, 4));
  }

  @Test
  void theCourseOfTheDayHasItsRangeAtEveryPoint() {
    Review plain = Diary.monday().review(MONDAY, MONDAY);
    Instant nine = Instant.parse("2026-03-02T08:00:00Z");
    FatigueFigures fatigue =
        new FatigueFigures(
            new Range(2.25, 4, 5.5),
            Tier.KNOWN,
            41,
            true,
            null,
            null,
            null,
            Duration.ofMinutes(65),
            "One sentence",
            List.of(new FatigueFigures.Point(nine, new Range(1, 2, 3))));
    Review review = plain.with(plain.tasks(), null, fatigue, null);
    Map<?, ?> json = (Map<?, ?>) ReviewJson.of(review).get("fatigue");
    assertThat(Json.write(json.get("curve"), BERLIN))
        .isEqualTo(
            "[{\"at\":\"2026-03-02T09:00:00+01:00\",\"rating\":2.0,\"low\":1.0,\"high\":3.0}]");
  }

  private static Map<String, Object> band(Double low, Double high, int sprints) {
    Map<String, Object> band = new LinkedHashMap<>();
    band.put("low", low);
    band.put("high", high);
    band.put("sprints", sprints);
    return band;
  }
}
