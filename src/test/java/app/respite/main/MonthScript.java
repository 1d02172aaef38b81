package app.respite.main;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A month of work for three platforms, 156 sprints on four tasks, as it is lived, and what it comes
 * to, reckoned here once more from the list alone: item by item and second by second, with nothing
 * of the program.
 */
final class MonthScript {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  static final LocalDate BOXES_RAISE = LocalDate.parse("2026-10-14");

  /** The logical day in which a sprint ends that began the day before. */
  static final LocalDate CHATS_RAISE = LocalDate.parse("2026-10-25");

  static final int BREAK_SECONDS = 300;

  /** What is worked on. */
  enum Gig {
    BOXES("Boxes", "Remotasks", "USD"),
    CHATS("Chats", "Appen", "USD"),
    QUALIFICATION("Qualification", "Appen", "USD"),
    BILDER("Bilder", "Clickworker", "EUR");

    final String task;
    final String platform;
    final String currency;

    Gig(String task, String platform, String currency) {
      this.task = task;
      this.platform = platform;
      this.currency = currency;
    }
  }

  /** A sprint and the five minutes of break after it. */
  record Done(Gig gig, Instant start, int minutes, @Nullable Integer items, @Nullable Integer bad) {
    Instant end() {
      return start.plusSeconds(60L * minutes);
    }

    /** The day it counts for: days begin at four. */
    LocalDate day() {
      return end().minusNanos(1).atZone(BERLIN).toLocalDateTime().minusHours(4).toLocalDate();
    }
  }

  /** What a platform said late; the numbers of a later one stand for those of an earlier one. */
  record Said(
      Gig gig, LocalDate from, LocalDate to, @Nullable Integer good, @Nullable Integer bad) {}

  final List<Done> sprints = new ArrayList<>();

  MonthScript() {
    for (int day = 1; day <= 29; day++) {
      LocalDate date = FIRST.withDayOfMonth(day);
      boolean sunday = day % 7 == 4;
      // On the Sunday the clocks go back it begins at night, in the hour that there is twice.
      if (!sunday || day == 25) {
        Instant begin = Instant.parse(date + (sunday ? "T01:30:00Z" : "T07:00:00Z"));
        day(day, begin);
      }
    }
  }

  private void day(int day, Instant begin) {
    int[] minutes = {25, 25, 50, 25, 40, 25};
    Instant at = begin;
    for (int nth = 0; nth < minutes.length; nth++) {
      Gig gig =
          switch (nth) {
            case 2, 4 -> Gig.CHATS;
            case 3 -> Gig.BILDER;
            case 5 -> day % 5 == 0 ? Gig.QUALIFICATION : Gig.BOXES;
            default -> Gig.BOXES;
          };
      Integer items =
          switch (gig) {
            case BOXES ->
                day % 9 == 0 && nth == 1 ? null : Integer.valueOf(30 + (7 * day + 5 * nth) % 17);
            case BILDER -> Integer.valueOf(20 + 3 * day % 11);
            case CHATS, QUALIFICATION -> null;
          };
      Integer bad =
          gig == Gig.BOXES && items != null && day % 6 == 0 ? (Integer) ((day + nth) % 4) : null;
      Done done = new Done(gig, at, minutes[nth], items, bad);
      sprints.add(done);
      at = done.end().plusSeconds(nth == 2 ? 1500 : BREAK_SECONDS);
    }
  }

  /** The lines for {@code simulate}. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Done one : sprints) {
      lines.add(
          line(
              one.start(),
              "start",
              "\"task\":\"%s\",\"sprint\":\"%dm\"",
              one.gig().task,
              one.minutes()));
      if (one.bad() != null) {
        lines.add(
            line(one.end(), "check-in", "\"items\":%d,\"rejected\":%d", one.items(), one.bad()));
      } else if (one.items() != null) {
        lines.add(line(one.end(), "check-in", "\"items\":%d", one.items()));
      }
      lines.add(line(one.end(), "break", "\"for\":\"5m\""));
      lines.add("{\"at\":\"" + one.end().plusSeconds(BREAK_SECONDS) + "\",\"do\":\"stop\"}");
    }
    lines.add("{\"after\":\"1m\",\"do\":\"end\"}");
    return lines;
  }

  private static String line(Instant at, String verb, String fields, Object... values) {
    return "{\"at\":\"" + at + "\",\"do\":\"" + verb + "\"," + fields.formatted(values) + "}";
  }

  /** What became of the items of one sprint. */
  record Fate(int good, int bad, int open) {}

  /**
   * Item by item: what was told at the sprint stays; of the others of a stretch, in order, each is
   * turned down with which the turned down reach the next whole number of an even spread.
   */
  Map<Integer, Fate> fates(List<Said> said) {
    Map<Integer, Fate> fates = new TreeMap<>();
    for (int i = 0; i < sprints.size(); i++) {
      Done one = sprints.get(i);
      if (one.items() != null) {
        boolean waits = one.gig() == Gig.BILDER && one.bad() == null;
        int bad = one.bad() == null ? 0 : one.bad();
        fates.put(i, waits ? new Fate(0, 0, one.items()) : new Fate(one.items() - bad, bad, 0));
      }
    }
    for (Said verdict : said) {
      int toldBad = 0;
      int toldGood = 0;
      List<Integer> items = new ArrayList<>();
      for (int i : fates.keySet()) {
        Done one = sprints.get(i);
        if (one.gig() == verdict.gig()
            && !one.day().isBefore(verdict.from())
            && !one.day().isAfter(verdict.to())) {
          if (one.bad() != null) {
            toldBad += one.bad();
            toldGood += one.items() - one.bad();
          } else {
            for (int k = 0; k < one.items(); k++) {
              items.add(i);
            }
          }
        }
      }
      int all = items.size();
      int bad = verdict.bad() != null ? verdict.bad() - toldBad : all - (verdict.good() - toldGood);
      Map<Integer, int[]> counts = new TreeMap<>();
      for (int k = 1; k <= all; k++) {
        boolean isBad = (long) k * bad / all > (long) (k - 1) * bad / all;
        counts.computeIfAbsent(items.get(k - 1), any -> new int[2])[isBad ? 1 : 0]++;
      }
      counts.forEach((i, count) -> fates.put(i, new Fate(count[0], count[1], 0)));
    }
    return fates;
  }

  /** What some of the sprints come to in one currency. */
  static final class Sums {
    BigDecimal earned = BigDecimal.ZERO;
    BigDecimal pending = BigDecimal.ZERO;
    long work;
    long present;
    long unpaid;
    long decidedWork;
    long decidedPresent;
    int items;
    int good;
    int bad;
    long pacedWork;
    private final Map<String, Long> hours = new TreeMap<>();

    static BigDecimal hourly(BigDecimal amount, long seconds) {
      return amount
          .multiply(BigDecimal.valueOf(3600))
          .divide(BigDecimal.valueOf(seconds), 12, RoundingMode.HALF_EVEN);
    }
  }

  /** All sprints that fit, with what was said late of them. */
  Sums sums(List<Said> said, Predicate<Done> wanted) {
    Map<Integer, Fate> fates = fates(said);
    Sums sums = new Sums();
    for (int i : IntStream.range(0, sprints.size()).toArray()) {
      Done one = sprints.get(i);
      if (!wanted.test(one)) {
        continue;
      }
      long work = 60L * one.minutes();
      Fate fate = fates.getOrDefault(i, new Fate(0, 0, 0));
      sums.work += work;
      sums.present += work + BREAK_SECONDS;
      sums.items += fate.good() + fate.bad() + fate.open();
      sums.good += fate.good();
      sums.bad += fate.bad();
      sums.pacedWork += one.items() == null ? 0 : work;
      boolean decided =
          switch (one.gig()) {
            case CHATS, QUALIFICATION -> true;
            case BOXES, BILDER -> one.items() != null && fate.open() == 0;
          };
      sums.decidedWork += decided ? work : 0;
      sums.decidedPresent += decided ? work + BREAK_SECONDS : 0;
      switch (one.gig()) {
        case QUALIFICATION -> sums.unpaid += work;
        case CHATS ->
            sums.hours.merge(one.day().isBefore(CHATS_RAISE) ? "12.37" : "13.05", work, Long::sum);
        case BOXES, BILDER -> {
          BigDecimal each =
              new BigDecimal(
                  one.gig() == Gig.BILDER
                      ? "0.035"
                      : one.day().isBefore(BOXES_RAISE) ? "0.05" : "0.06");
          sums.earned = sums.earned.add(each.multiply(BigDecimal.valueOf(fate.good())));
          sums.pending = sums.pending.add(each.multiply(BigDecimal.valueOf(fate.open())));
        }
      }
    }
    sums.hours.forEach(
        (rate, seconds) ->
            sums.earned =
                sums.earned.add(
                    new BigDecimal(rate)
                        .multiply(BigDecimal.valueOf(seconds))
                        .divide(BigDecimal.valueOf(3600), 12, RoundingMode.HALF_EVEN)));
    return sums;
  }
}
