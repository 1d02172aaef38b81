package app.respite.coach.simulate;

import app.respite.coach.simulate.Script.BadScript;
import app.respite.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A random working day as lines with {@code at}, so that any line but the last can be left out and
 * the rest stays a script. The same seed makes the same script.
 */
final class RandomScript {
  private static final List<String> TASKS = List.of("Boxes", "Audio", "Text");
  private static final List<Instant> BEGINNINGS =
      List.of(
          Instant.parse("2026-03-02T08:00:00Z"),
          Instant.parse("2026-03-28T20:00:00Z"),
          Instant.parse("2026-10-24T21:00:00Z"),
          Instant.parse("2026-03-08T06:00:00Z"),
          Instant.parse("2026-11-01T05:00:00Z"),
          Instant.parse("2026-12-31T19:00:00Z"),
          Instant.parse("2011-12-30T02:00:00Z"),
          Instant.parse("2026-06-03T02:30:00Z"));
  private static final List<String> ZONES =
      List.of(
          "UTC",
          "Europe/Berlin",
          "America/Los_Angeles",
          "Asia/Kolkata",
          "Pacific/Apia",
          "Australia/Lord_Howe");

  private final Random random;
  private final List<Map<String, Object>> lines = new ArrayList<>();
  private Instant at;

  private RandomScript(long seed) {
    random = new Random(seed);
    at = one(BEGINNINGS);
  }

  /** The zone a seed's script begins in. */
  static ZoneId zone(long seed) {
    return ZoneId.of(ZONES.get((int) Math.floorMod(seed, (long) ZONES.size())));
  }

  /** The lines of a seed, the last one {@code end}. */
  static List<Map<String, Object>> lines(long seed) {
    RandomScript script = new RandomScript(seed);
    int many = 3 + script.random.nextInt(script.random.nextInt(5) == 0 ? 90 : 35);
    if (script.chance(80)) {
      script.add("start", "task", script.one(TASKS));
    }
    for (int i = 0; i < many; i++) {
      script.at = script.at.plus(script.gap());
      script.line();
    }
    script.at = script.at.plus(script.gap());
    script.add("end");
    return script.lines;
  }

  /** The lines as the file in which they could be run by hand. */
  static String text(List<Map<String, Object>> lines) {
    return lines.stream()
        .map(line -> Json.write(line, ZoneOffset.UTC))
        .collect(Collectors.joining("\n"));
  }

  /** The lines as a script. */
  static Script script(List<Map<String, Object>> lines) {
    try {
      Script.Builder script = new Script.Builder();
      for (int i = 0; i < lines.size(); i++) {
        script.add(i + 1, lines.get(i));
      }
      return script.build(lines.size());
    } catch (BadScript bad) {
      throw new IllegalArgumentException("line " + bad.line() + " of\n" + text(lines), bad);
    }
  }

  private void line() {
    int dice = random.nextInt(170);
    if (dice < 18) {
      start();
    } else if (dice < 22) {
      add("stop");
    } else if (dice < 28) {
      addFor("pause", 50, 90);
    } else if (dice < 33) {
      add("resume");
    } else if (dice < 37) {
      add("switch", "task", one(TASKS));
    } else if (dice < 41) {
      addFor("break", 50, 30);
    } else if (dice < 51) {
      add("accept");
    } else if (dice < 57) {
      addFor("postpone", 50, 20);
    } else if (dice < 65) {
      add("skip");
    } else if (dice < 69) {
      if (chance(20)) {
        add("end-break", "emergency", true);
      } else {
        add("end-break");
      }
    } else if (dice < 71) {
      add("tired");
    } else if (dice < 75) {
      hold("quiet");
    } else if (dice < 79) {
      hold("meeting");
    } else if (dice < 82) {
      checkIn();
    } else if (dice < 88) {
      if (chance(40)) {
        add("answer-idle", "rest", minutes(60));
      } else {
        add("answer-idle", "as", one(List.of("rest", "work", "discard")));
      }
    } else if (dice < 90) {
      add("item", "n", (long) random.nextInt(-2, 9));
    } else if (dice < 92) {
      addFor("claim", 60, 90);
    } else if (dice < 93) {
      add("submitted");
    } else if (dice < 97) {
      addFor("took", 70, 40);
    } else if (dice < 99) {
      add("recover", "as", one(List.of("keep", "trim", "discard")));
    } else if (dice < 110) {
      add("active");
    } else if (dice < 122) {
      add("idle");
    } else if (dice < 126) {
      add("lock");
    } else if (dice < 131) {
      add("unlock");
    } else if (dice < 134) {
      add("dnd", "on", chance(50));
    } else if (dice < 137) {
      add("full-screen", "on", chance(60));
    } else if (dice < 142) {
      add("suspend", "for", gap().toString());
    } else if (dice < 147) {
      add("stall", "for", gap().toString());
    } else if (dice < 150) {
      Duration shift = gap();
      add("wall-clock", "shift", (chance(50) ? shift : shift.negated()).toString());
    } else if (dice < 153) {
      add("zone", "zone", one(ZONES));
    } else if (dice < 163) {
      setting();
    } else if (dice < 165) {
      add("kill");
    } else if (dice < 169) {
      add("launch");
    } else {
      add("day-end");
    }
  }

  private void start() {
    Map<String, Object> line = add("start");
    if (chance(60)) {
      line.put("task", one(TASKS));
    }
    if (chance(12)) {
      line.put("since", at.minus(Duration.parse(minutes(90))).toString());
    }
    if (chance(15)) {
      line.put("flow", true);
    } else if (chance(20)) {
      line.put("sprint", minutes(60));
    }
  }

  private void hold(String verb) {
    Map<String, Object> line = add(verb);
    if (chance(30)) {
      line.put("off", true);
    } else if (verb.equals("quiet") && chance(20)) {
      line.put("untilMorning", true);
    } else if (chance(70)) {
      line.put("for", minutes(120));
    }
  }

  private void checkIn() {
    if (chance(20)) {
      add("skip-question");
      return;
    }
    Map<String, Object> line = add("check-in");
    if (chance(30)) {
      line.put("before", true);
    }
    if (chance(70)) {
      line.put("fatigue", (long) random.nextInt(11));
    }
    if (chance(50)) {
      line.put("effort", (long) random.nextInt(11));
    }
    if (chance(30)) {
      line.put("items", (long) random.nextInt(100));
    }
    if (chance(5)) {
      line.put("burnout", 1L + random.nextInt(5));
    }
  }

  private void setting() {
    List<String[]> values =
        List.of(
            new String[] {"rhythm", "pomodoro", "flow"},
            new String[] {"sprint.length", "1m", "5m", "10m", "25m", "50m", "4h"},
            new String[] {"sprint.per-set", "1", "2", "4"},
            new String[] {"break.short", "1m", "3m", "5m", "20m"},
            new String[] {"break.long", "5m", "15m", "1h"},
            new String[] {"next-sprint", "ask", "auto"},
            new String[] {"next-break", "ask", "auto"},
            new String[] {"rest.earliest", "45m", "60m", "2h"},
            new String[] {"rest.latest", "45m", "90m", "2h"},
            new String[] {"rest.length", "1m", "5m", "10m", "30m"},
            new String[] {"rest.resets-after", "1m", "5m", "15m"},
            new String[] {"warning", "0s", "30s", "5m"},
            new String[] {"prompt.patience", "0s", "3m", "30m"},
            new String[] {"postpone.choices", "5m,10m,15m", "1m"},
            new String[] {"postpone.limit", "0", "2", "10"},
            new String[] {"skip.in-a-row", "0", "2", "20"},
            new String[] {"strictness", "gentle", "firm", "strict"},
            new String[] {"idle.after", "15s", "2m", "10m", "1h"},
            new String[] {"idle.natural", "1m", "5m", "2h"},
            new String[] {"idle.ask-after", "2m", "10m", "4h"},
            new String[] {"day.starts", "04:00", "00:00", "10:30"},
            new String[] {"day.limit", "30m", "1h", "8h"},
            new String[] {"week.limit", "1h", "48h"},
            new String[] {"work.hours", "", "mon-fri 09:00-18:00", "mon-sun 10:00-11:00"},
            new String[] {"fatigue.threshold", "4", "8"},
            new String[] {"set-aside", "0", "0.6"},
            new String[] {"language", "de"},
            new String[] {"theme", "dark"},
            new String[] {"interface.scale", "2"},
            new String[] {"sound.volume", "50"},
            new String[] {"reduced-motion", "on"},
            new String[] {"task.Audio.passive", "true", "false"},
            new String[] {"task.Text.heavy", "true", "false"},
            new String[] {"task.Boxes.sprint.length", "5m", "30m"},
            new String[] {"task.Text.rest.resets-after", "2m", "10m"},
            new String[] {"task.Text.break.short", "2m", "10m"});
    String[] setting = one(values);
    Map<String, Object> line = add("set", "key", setting[0]);
    line.put("value", setting[1 + random.nextInt(setting.length - 1)]);
  }

  private Duration gap() {
    int dice = random.nextInt(100);
    Duration gap;
    if (dice < 20) {
      return Duration.ZERO;
    } else if (dice < 35) {
      gap = Duration.ofSeconds(random.nextInt(12));
    } else if (dice < 48) {
      gap = Duration.ofSeconds(random.nextInt(200));
    } else if (dice < 73) {
      gap = Duration.ofSeconds(60L * random.nextInt(1, 13));
    } else if (dice < 90) {
      gap = Duration.ofSeconds(random.nextInt(600, 4500));
    } else if (dice < 97) {
      gap = Duration.ofSeconds(random.nextInt(3600, 12000));
    } else {
      gap = Duration.ofSeconds(random.nextInt(3 * 3600, 30 * 3600));
    }
    return chance(10) ? gap.plusMillis(random.nextInt(1000)) : gap;
  }

  private String minutes(int most) {
    return Duration.ofSeconds(chance(20) ? random.nextInt(1, 90) : 60L * random.nextInt(1, most))
        .toString();
  }

  private void addFor(String verb, int percent, int most) {
    Map<String, Object> line = add(verb);
    if (chance(percent)) {
      line.put("for", minutes(most));
    }
  }

  private Map<String, Object> add(String verb, Object... pairs) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", at.toString());
    line.put("do", verb);
    for (int i = 0; i < pairs.length; i += 2) {
      line.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    lines.add(line);
    return line;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private <T> T one(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
