package app.respite.coach.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Days of sixteen sprints, each with its break, a check-in and a little idle time, as a script. Run
 * by hand with the file to write, it makes a year of them, to be timed with {@code respite
 * simulate}.
 */
final class YearOfSprints {
  static final int SPRINTS = 16;
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private YearOfSprints() {}

  /** The lines of so many days, in UTC. */
  static List<Map<String, Object>> lines(int days) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      Map<String, Object> first = line("start", Duration.ZERO);
      first.remove("after");
      first.put("at", FIRST.plusDays(day).atTime(9, 0).atOffset(ZoneOffset.UTC).toString());
      first.put("task", "Boxes");
      lines.add(first);
      for (int sprint = 1; sprint <= SPRINTS; sprint++) {
        lines.add(line("idle", Duration.ofMinutes(10)));
        lines.add(line("active", Duration.ofMinutes(1)));
        lines.add(line("accept", Duration.ofMinutes(14)));
        Map<String, Object> rating = line("check-in", Duration.ofSeconds(20));
        rating.put("fatigue", (long) sprint * 10 / SPRINTS);
        lines.add(rating);
        Duration rest = Duration.ofMinutes(sprint % 4 == 0 ? 15 : 5).minusSeconds(20);
        lines.add(line(sprint == SPRINTS ? "stop" : "start", rest));
      }
    }
    lines.add(line("end", Duration.ofHours(1)));
    return lines;
  }

  private static Map<String, Object> line(String verb, Duration after) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("after", after.toString());
    line.put("do", verb);
    return line;
  }

  /** Writes a year to the file named first. */
  public static void main(String[] args) throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(Path.of(args[0]))) {
      file.write(RandomScript.text(lines(365)));
      file.newLine();
    }
  }
}
