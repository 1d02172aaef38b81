package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What becomes of time without anybody there, worked out a second time straight from the contract:
 * a gap shorter than {@code idle.after} is work, a longer one idle, from {@code idle.natural} on a
 * rest, in it sleep, lock and stall of that length are away, and after an hour of it the session
 * was over at its beginning.
 */
class PresenceModelTest {
  private static final int RUNS = 4 * Integer.getInteger("respite.random-days", 400);
  private static final Duration IDLE_AFTER = Duration.ofMinutes(2);
  private static final Duration NATURAL = Duration.ofMinutes(5);
  private static final Duration CLOSES = Duration.ofHours(1);

  /** Time as it is lived through by the script's lines. */
  private static final class Model {
    private final Map<SpanState, Duration> sums = new EnumMap<>(SpanState.class);
    private final List<Interval> away = new ArrayList<>();
    private Instant now;
    private Instant counted;
    private boolean handsOff;
    private @Nullable Instant locked;
    private @Nullable Instant gap;
    private boolean closed;

    Model(Instant start) {
      now = start;
      counted = start;
    }

    void to(Instant at) {
      now = Interval.later(now, at);
    }

    void take(String verb, Duration length) {
      switch (verb) {
        case "active" -> {
          handsOff = false;
          back();
        }
        case "idle" -> {
          handsOff = true;
          gone();
        }
        case "lock" -> {
          locked = locked == null ? now : locked;
          gone();
        }
        case "unlock" -> {
          if (locked != null) {
            away.add(new Interval(locked, now));
            handsOff = false;
            locked = null;
            back();
          }
        }
        default -> {
          gone();
          Instant end = now.plus(length);
          away.add(new Interval(now, end));
          now = end;
          back();
        }
      }
    }

    private void gone() {
      gap = gap == null ? now : gap;
    }

    private void back() {
      if (!handsOff && locked == null) {
        endOfGap();
      }
    }

    /** Books the gap, and the work before it. */
    void endOfGap() {
      if (gap == null || closed) {
        gap = null;
        return;
      }
      Duration length = Duration.between(gap, now);
      if (length.compareTo(IDLE_AFTER) >= 0) {
        add(SpanState.WORK, Duration.between(counted, gap));
        closed = length.compareTo(CLOSES) >= 0;
        Duration absent = absent(gap);
        if (length.compareTo(NATURAL) < 0) {
          add(SpanState.IDLE, length);
        } else {
          add(SpanState.AWAY, absent);
          if (!closed) {
            add(SpanState.NATURAL, length.minus(absent));
          }
        }
        counted = now;
      }
      gap = null;
      away.clear();
    }

    /** Sleeps, locks and stalls of a rest's length that began while the session was open. */
    private Duration absent(Instant since) {
      away.sort((a, b) -> a.start().compareTo(b.start()));
      List<Interval> merged = new ArrayList<>();
      for (Interval one : away) {
        Interval last = merged.isEmpty() ? null : merged.getLast();
        if (last != null && !one.start().isAfter(last.end())) {
          merged.removeLast();
          merged.add(new Interval(last.start(), Interval.later(last.end(), one.end())));
        } else {
          merged.add(one);
        }
      }
      Duration sum = Duration.ZERO;
      for (Interval one : merged) {
        if (one.length().compareTo(NATURAL) >= 0 && one.start().isBefore(since.plus(CLOSES))) {
          sum = sum.plus(one.length());
        }
      }
      return sum;
    }

    void end() {
      if (locked != null) {
        away.add(new Interval(locked, now));
      }
      if (gap != null && !closed) {
        endOfGap();
      }
      if (!closed) {
        add(SpanState.WORK, Duration.between(counted, now));
      }
    }

    private void add(SpanState state, Duration length) {
      if (!length.isZero()) {
        sums.merge(state, length, Duration::plus);
      }
    }
  }

  @Test
  void gapsAreBookedAsTheContractSays() {
    for (long seed = 0; seed < RUNS; seed++) {
      Random random = new Random(seed);
      Instant at = Instant.parse("2026-03-02T09:00:00Z");
      Model model = new Model(at);
      List<Map<String, Object>> lines = new ArrayList<>();
      lines.add(line(at, "start"));
      lines.getFirst().put("task", "Boxes");
      lines.getFirst().put("flow", true);
      int many = 2 + random.nextInt(12);
      for (int i = 0; i < many; i++) {
        at = at.plusSeconds(1).plus(length(random));
        String verb =
            List.of("active", "idle", "idle", "lock", "unlock", "suspend", "stall")
                .get(random.nextInt(7));
        Map<String, Object> line = line(at, verb);
        Duration length = Duration.ofSeconds(45).plus(length(random));
        if (verb.equals("suspend") || verb.equals("stall")) {
          line.put("for", length.toString());
        }
        lines.add(line);
        model.to(at);
        model.take(verb, length);
      }
      at = Interval.later(at, model.now).plus(length(random));
      lines.add(line(at, "end"));
      model.to(at);
      model.end();

      Map<SpanState, Duration> sums = new EnumMap<>(SpanState.class);
      for (Span span : Walk.of(lines, ZoneOffset.UTC).journal.all(Span.class)) {
        sums.merge(span.state(), span.length(), Duration::plus);
      }
      assertThat(sums).as("seed %s:\n%s", seed, RandomScript.text(lines)).isEqualTo(model.sums);
    }
  }

  private static Duration length(Random random) {
    return Duration.ofSeconds(
        switch (random.nextInt(4)) {
          case 0 -> random.nextInt(100);
          case 1 -> random.nextInt(400);
          case 2 -> random.nextInt(1500);
          default -> random.nextInt(6000);
        });
  }

  private static Map<String, Object> line(Instant at, String verb) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", at.toString());
    line.put("do", verb);
    return line;
  }
}
