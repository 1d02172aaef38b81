package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.simulate.Script;
import app.respite.coach.simulate.Simulation;
import app.respite.domain.day.Event;
import app.respite.domain.setting.Preferences;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** B90: whose days are the same hears each advice once, not every evening. */
class SameDaysTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDateTime FIRST = LocalDateTime.parse("2026-03-02T09:00:00");
  private static final int[] TIRED = {2, 3, 4, 5, 5, 6, 7, 7, 8};
  private static final int DAYS = 9;

  private final Script.Builder script = new Script.Builder();
  private int lines;

  private void line(LocalDateTime at, String does, Object... fields) throws Exception {
    Map<String, Object> line = new HashMap<>();
    line.put("at", at.atZone(BERLIN).toOffsetDateTime().toString());
    line.put("do", does);
    for (int i = 0; i < fields.length; i += 2) {
      line.put(fields[i].toString(), fields[i + 1]);
    }
    script.add(++lines, line);
  }

  /** Nine sprints of fifty minutes, the later ones on another task, and tired in the evening. */
  private void day(LocalDateTime nine) throws Exception {
    for (int i = 0; i < TIRED.length; i++) {
      LocalDateTime start = nine.plusHours(i);
      line(start, "start", "task", i < 5 ? "Boxes" : "Lines", "sprint", "PT50M");
      line(start.plusMinutes(50), "accept");
      line(start.plusMinutes(51), "check-in", "fatigue", (long) TIRED[i]);
    }
    line(nine.plusHours(9).plusMinutes(5), "stop");
    line(nine.plusHours(9).plusMinutes(6), "day-end");
    line(nine.plusHours(9).plusMinutes(7), "lock");
  }

  @Test
  void onDaysThatAreTheSameEachAdviceIsGivenOnce() throws Exception {
    for (int day = 0; day < DAYS; day++) {
      LocalDateTime nine = FIRST.plusDays(day);
      if (day > 0) {
        line(nine.minusMinutes(1), "unlock");
      }
      day(nine);
    }
    line(FIRST.plusDays(DAYS), "end");
    Map<Event.Advice.Kind, List<String>> told = new HashMap<>();
    Simulation.run(
        script.build(lines),
        Preferences.DEFAULTS,
        BERLIN,
        new InMemoryJournal(),
        event -> {
          if (event.event() instanceof Event.Advice advice
              && event.at().isAfter(FIRST.plusDays(DAYS - 3).atZone(BERLIN).toInstant())) {
            told.computeIfAbsent(advice.kind(), any -> new ArrayList<>()).add(advice.sentence());
          }
        });
    // The week's limit is said once a week, and the offer to look at the day each evening.
    told.remove(Event.Advice.Kind.WEEK_LIMIT);
    assertThat(told).containsOnlyKeys(Event.Advice.Kind.EVENING);
    assertThat(told.get(Event.Advice.Kind.EVENING)).hasSize(3);
  }
}
