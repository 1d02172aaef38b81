package app.respite.coach.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.Event;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.text.EnumWords;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What holds for time that somebody spends at the keyboard and nothing counts, and for absences in
 * and after a break, whatever their lengths. Each law knows from its script who was there when, and
 * from the journal only what was booked.
 */
class UncountedLawsTest {
  private static final int RUNS = Integer.getInteger("respite.random-days", 400);
  private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
  private static final Duration OFFER = Duration.ofMinutes(10);
  private static final Duration OFFERS_APART = Duration.ofHours(1);
  private static final Duration REST = Duration.ofMinutes(5);
  private static final Duration EARLIEST = Duration.ofMinutes(60);
  private static final Duration OUTSIDE = Duration.ofHours(1);

  /** A script that knows when its person was at the keyboard. */
  private static final class Day {
    final List<Map<String, Object>> lines = new ArrayList<>();
    final List<Interval> typed = new ArrayList<>();
    private final Random random;
    private Instant at = EIGHT;
    private Instant since = EIGHT;

    Day(long seed) {
      random = new Random(seed);
      add("active");
      int parts = 4 + random.nextInt(12);
      for (int part = 0; part < parts; part++) {
        switch (random.nextInt(9)) {
          case 0, 1 -> gone();
          case 2 -> add("pause");
          case 3 -> add("resume");
          case 4, 5 -> add("start", "task", "Boxes", "flow", true);
          case 6, 7 -> aBreakCutShort();
          default -> {}
        }
        passes(Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? 900 : 6000)));
      }
      typed.add(new Interval(since, at));
      add("end");
    }

    private void passes(Duration length) {
      at = at.plus(length);
    }

    private void gone() {
      typed.add(new Interval(since, at));
      add("idle");
      passes(Duration.ofSeconds(130 + random.nextInt(random.nextBoolean() ? 160 : 5400)));
      add("active");
      since = at;
    }

    private void aBreakCutShort() {
      add("break");
      passes(Duration.ofSeconds(1 + random.nextInt(200)));
      add("end-break");
    }

    private void add(String verb, Object... pairs) {
      lines.add(line(at, verb, pairs));
    }
  }

  private static Map<String, Object> line(Instant at, String verb, Object... pairs) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", at.toString());
    line.put("do", verb);
    for (int i = 0; i < pairs.length; i += 2) {
      line.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return line;
  }

  private interface Law {
    void hold(Day day, Walk walk);
  }

  private static void onRandomDays(Law law) {
    for (long seed = 1; seed <= RUNS; seed++) {
      Day day = new Day(seed);
      Walk walk = Walk.of(day.lines, ZoneOffset.UTC);
      try {
        law.hold(day, walk);
      } catch (AssertionError broken) {
        throw new AssertionError("seed " + seed + "\n" + RandomScript.text(day.lines), broken);
      }
    }
  }

  /** What was typed and is in no bucket that counts. */
  private static List<Interval> uncounted(Day day, Walk walk) {
    List<Interval> left = day.typed;
    for (Span span : walk.journal.all(Span.class)) {
      if (span.state() == SpanState.WORK || span.state() == SpanState.BREAK) {
        left = without(left, span.interval());
      }
    }
    return left.stream().filter(part -> !part.isEmpty()).toList();
  }

  private static List<Interval> without(List<Interval> all, Interval taken) {
    List<Interval> left = new ArrayList<>();
    all.forEach(part -> left.addAll(part.without(taken)));
    return left;
  }

  private static List<Instant> said(Walk walk, String kind) {
    return walk.told.stream()
        .filter(
            one ->
                one.event() instanceof Event.Advice advice
                    && EnumWords.of(advice.kind()).equals(kind))
        .map(TimedEvent::at)
        .toList();
  }

  @Test
  void b61B65WhatIsTypedAndNotCountedIsSpokenOfAfterTenMinutesAndOnce() {
    onRandomDays(
        (day, walk) -> {
          List<Instant> expected = new ArrayList<>();
          Instant last = null;
          boolean spent = false;
          Interval before = null;
          for (Interval part : uncounted(day, walk)) {
            boolean anew = before == null || !isShort(walk, before.end(), part.start());
            spent = spent && !anew;
            Instant due = part.start().plus(OFFER);
            due = last == null ? due : Interval.later(due, last.plus(OFFERS_APART));
            if (!spent && due.isBefore(part.end())) {
              expected.add(due);
              last = due;
              spent = true;
            }
            before = part;
          }
          assertThat(said(walk, "start")).isEqualTo(expected);
        });
  }

  /**
   * Whether nothing lies between two moments but an absence or break too short for a rest. A break
   * outside every session opened and closed one.
   */
  private static boolean isShort(Walk walk, Instant from, Instant until) {
    return Duration.between(from, until).compareTo(REST) < 0
        && walk.journal.all(Span.class).stream()
            .filter(span -> !span.start().isBefore(from) && !span.end().isAfter(until))
            .noneMatch(span -> span.state() == SpanState.WORK || isAlone(walk, span));
  }

  private static boolean isAlone(Walk walk, Span rest) {
    return walk.journal.all(Span.class).stream()
        .filter(span -> span.session().equals(rest.session()))
        .allMatch(span -> span.state() == SpanState.BREAK);
  }

  @Test
  void b66WhoWorksOnUncountedHearsOfARest() {
    onRandomDays(
        (day, walk) -> {
          for (Interval part : uncounted(day, walk)) {
            Instant rested = restBefore(day, walk, part.start());
            Instant hour =
                Interval.later(atInputSince(day, walk, rested, EARLIEST), part.start().plus(OFFER));
            Instant latest = hour.plusSeconds(1);
            if (latest.isBefore(part.end())) {
              assertThat(words(walk))
                  .as("a word about a rest from %s to %s", rested, latest)
                  .anyMatch(at -> !at.isBefore(rested) && at.isBefore(latest));
            }
          }
        });
  }

  /** When breaks and rests were spoken of. */
  private static List<Instant> words(Walk walk) {
    List<Instant> words = new ArrayList<>(said(walk, "rest"));
    walk.told.stream()
        .filter(one -> one.event() instanceof Event.BreakDue)
        .forEach(one -> words.add(one.at()));
    return words;
  }

  /**
   * The end of the last absence or break of five minutes before a moment; or the beginning of a
   * session after an hour outside any, with which work starts anew.
   */
  private static Instant restBefore(Day day, Walk walk, Instant at) {
    Instant rested = EIGHT;
    Instant busy = EIGHT;
    for (Interval input : inputs(day, walk)) {
      if (input.start().isAfter(at)) {
        break;
      }
      rested = Duration.between(busy, input.start()).compareTo(REST) >= 0 ? input.start() : rested;
      busy = input.end();
    }
    Instant booked = at;
    for (Span span : walk.journal.all(Span.class)) {
      if (!span.start().isAfter(at) && !booked.plus(OUTSIDE).isAfter(span.start())) {
        rested = Interval.later(rested, span.start());
      }
      booked = span.end();
    }
    return rested;
  }

  private static Instant atInputSince(Day day, Walk walk, Instant since, Duration length) {
    Duration left = length;
    for (Interval input : inputs(day, walk)) {
      if (!input.start().isBefore(since)) {
        if (input.length().compareTo(left) >= 0) {
          return input.start().plus(left);
        }
        left = left.minus(input.length());
      }
    }
    return Instant.MAX.minus(Duration.ofDays(1));
  }

  /** All that was typed outside breaks, in order. */
  private static List<Interval> inputs(Day day, Walk walk) {
    List<Interval> inputs = day.typed;
    for (Span span : walk.journal.all(Span.class)) {
      if (span.state() == SpanState.BREAK) {
        inputs = without(inputs, span.interval());
      }
    }
    return inputs.stream().filter(part -> !part.isEmpty()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"idle", "lock", "suspend"})
  void b69AnAbsenceInABreakIsOneBreakUpToAnHourAndNothingJumps(String way) {
    // Gone by the break's end, and known to be: later the absence is none of the break's.
    for (int left : new int[] {0, 2}) {
      Event.Summary before = null;
      for (int gone = 1; gone < 130; gone = gone == 12 ? 55 : gone == 65 ? 110 : gone + 1) {
        Walk walk = absentInABreak(way, Duration.ofMinutes(left), Duration.ofMinutes(gone));
        String when = way + " from minute " + left + " of a break for " + gone + " minutes";
        Event.Summary sum = walk.summary();
        assertThat(count(walk, Event.BreakEnded.class)).as(when).isEqualTo(1);
        assertThat(count(walk, Event.IdleAsked.class)).as(when).isZero();
        assertThat(sum.naturalRestSeconds()).as(when).isZero();
        assertThat(sum.breakSeconds()).as(when).isLessThanOrEqualTo(3600);
        if (left + gone >= 5) {
          // Whoever is back by the end of a break of five minutes may end it before.
          long since = Duration.ofMinutes(left + gone).toSeconds();
          assertThat(sum.breakSeconds() + sum.awaySeconds()).as(when).isBetween(since, since + 5);
        }
        if (before != null && gone != 55 && gone != 110) {
          assertThat(sum.breakSeconds() - before.breakSeconds()).as(when).isBetween(0L, 60L);
          assertThat(sum.awaySeconds() - before.awaySeconds()).as(when).isBetween(0L, 60L);
          assertThat(sum.workSeconds()).as(when).isEqualTo(before.workSeconds());
        }
        before = sum;
      }
    }
  }

  private static Walk absentInABreak(String way, Duration left, Duration gone) {
    Instant due = EIGHT.plus(Duration.ofMinutes(25));
    Instant from = due.plus(left);
    Instant back = from.plus(gone);
    List<Map<String, Object>> lines = new ArrayList<>();
    lines.add(line(EIGHT, "start", "task", "Boxes"));
    lines.add(line(due, "accept"));
    switch (way) {
      case "idle" -> {
        lines.add(line(from, "idle"));
        lines.add(line(back, "active"));
      }
      case "lock" -> {
        lines.add(line(from, "lock"));
        lines.add(line(back, "unlock"));
      }
      default -> lines.add(line(from, "suspend", "for", gone.toString()));
    }
    lines.add(line(Interval.later(back, due.plus(REST)).plus(Duration.ofMinutes(8)), "end"));
    return Walk.of(lines, ZoneOffset.UTC);
  }

  private static long count(Walk walk, Class<? extends Event> kind) {
    return walk.told.stream().filter(one -> kind.isInstance(one.event())).count();
  }

  @ParameterizedTest
  @CsvSource({"idle", "suspend", "break"})
  void b70ARestAsLongAsTheLongBreakBeginsANewSet(String route) {
    for (int sprints = 1; sprints <= 3; sprints++) {
      for (int minutes : new int[] {6, 10, 14, 16, 20, 45}) {
        BreakKind next = breakAfter(sprints, route, Duration.ofMinutes(minutes));
        boolean fourth = minutes < 15 && sprints == 3;
        assertThat(next)
            .as("after %d sprints and %d minutes of %s", sprints, minutes, route)
            .isEqualTo(fourth ? BreakKind.LONG : BreakKind.SHORT);
      }
    }
  }

  /** What is due after one more sprint. */
  private static @Nullable BreakKind breakAfter(int sprints, String route, Duration rest) {
    Instant at = EIGHT;
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int sprint = 1; sprint <= sprints; sprint++) {
      lines.add(line(at, "start", "task", "Boxes"));
      at = at.plus(Duration.ofMinutes(25));
      if (sprint < sprints) {
        lines.add(line(at, "accept"));
        at = at.plus(Duration.ofMinutes(5));
      }
    }
    switch (route) {
      case "idle" -> {
        lines.add(line(at, "idle"));
        lines.add(line(at.plus(rest), "active"));
      }
      case "suspend" -> lines.add(line(at, "suspend", "for", rest.toString()));
      default -> lines.add(line(at, "break", "for", rest.toString()));
    }
    at = at.plus(rest).plusSeconds(30);
    lines.add(line(at, "start", "task", "Boxes"));
    lines.add(line(at.plus(Duration.ofMinutes(26)), "end"));
    BreakKind due = null;
    for (TimedEvent one : Walk.of(lines, ZoneOffset.UTC).told) {
      due = one.event() instanceof Event.BreakDue now ? now.kind() : due;
    }
    return due;
  }
}
