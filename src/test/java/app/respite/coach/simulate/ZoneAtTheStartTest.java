package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.work.JournalRecord.ZoneChange;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A zone told in the very moment in which the coach starts. */
class ZoneAtTheStartTest {
  private static final String START = "2026-03-02T22:00:00+01:00";

  private static Map<String, Object> zone(String zone) {
    return Map.of("at", START, "do", "zone", "zone", zone);
  }

  @Test
  void theOneToldLastIsTheOnlyOneOfItsMoment() {
    for (List<String> told :
        List.of(
            List.of("Asia/Tokyo"),
            List.of("Asia/Tokyo", "America/Los_Angeles"),
            List.of("America/Los_Angeles", "Asia/Tokyo", "Africa/Cairo"))) {
      List<Map<String, Object>> lines =
          new ArrayList<>(told.stream().map(ZoneAtTheStartTest::zone).toList());
      lines.add(Map.of("at", "2026-03-02T22:10:00+01:00", "do", "end"));
      Walk walk = Walk.of(lines, ZoneId.of("Europe/Berlin"));
      assertThat(walk.journal.all(ZoneChange.class))
          .extracting(ZoneChange::zone)
          .containsExactly(ZoneId.of(told.getLast()));
    }
  }
}
