package app.respite.coach.words;

import static app.respite.domain.words.Wording.say;

import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.Basis;
import app.respite.domain.money.MoneyReport.Floor;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Quarter;
import app.respite.domain.money.MoneyReport.Totals;
import app.respite.domain.money.MoneyReport.Unpaid;
import app.respite.domain.money.MoneyReport.Volatility;
import app.respite.domain.money.MoneySums.PayRange;
import app.respite.domain.text.Figures;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Payout;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A report on money in sentences, for terminal and window alike. */
public final class MoneyWords {
  /** From so many weeks in a row on it is said that pay was below the floor. */
  private static final int WEEKS_TO_TELL = 2;

  private static final String NO_PLATFORM = "No platform";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private MoneyWords() {}

  /** What a platform is called. */
  public static String name(String platform) {
    return platform.isEmpty() ? NO_PLATFORM : PlainText.without(platform);
  }

  /** What is known of a payout besides amount, platform and day: fee, days it was for, note. */
  public static List<String> details(Payout payout) {
    List<String> more = new ArrayList<>();
    if (payout.fee() != null) {
      more.add("fee " + Figures.money(payout.fee(), payout.amount().currency()));
    }
    LocalDate from = payout.from();
    LocalDate to = payout.to();
    if (from != null) {
      more.add("for " + from + (to == null ? " on" : " to " + to));
    } else if (to != null) {
      more.add("for work to " + to);
    }
    if (payout.note() != null) {
      more.add(PlainText.without(payout.note()));
    }
    return more;
  }

  /**
   * What is outstanding, since when, and what landed ahead; none where all is even.
   *
   * @param how the way to tell how long a platform usually takes
   */
  public static List<String> owed(MoneyReport report, String how) {
    List<String> said = new ArrayList<>();
    for (Unpaid one : report.oldestUnpaid()) {
      said.add(
          say(
              "money.owed",
              "platform",
              name(one.platform()),
              "amount",
              Figures.money(one.outstanding(), one.currency()),
              "age",
              age(one)));
    }
    said.addAll(besideOwed(report, how));
    return said;
  }

  /** The same without what each platform owes, which stands elsewhere. */
  public static List<String> besideOwed(MoneyReport report, String how) {
    List<String> said = new ArrayList<>();
    if (!report.oldestUnpaid().isEmpty()) {
      said.add(say("money.owed.note"));
    }
    if (report.oldestUnpaid().stream()
        .anyMatch(one -> one.usual() == null && !one.platform().isEmpty())) {
      said.add(say("money.owed.tell", "how", how));
    }
    for (PlatformSums one : report.platforms()) {
      BigDecimal ahead = one.balance().beyondEarned();
      if (ahead.signum() > 0) {
        said.add(
            say(
                "money.ahead",
                "platform",
                name(one.platform()),
                "amount",
                Figures.money(ahead, one.currency())));
      }
    }
    return said;
  }

  /** Since when a platform owes, held against how long it usually takes. */
  public static String age(Unpaid one) {
    Integer late = one.daysLate();
    Duration usual = one.usual();
    String key =
        late == null ? "money.owed.unknown" : late > 0 ? "money.owed.late" : "money.owed.in-time";
    return say(
        key,
        "day",
        day(one.day()),
        "usual",
        usual == null ? "" : PlatformWords.length(usual),
        "late",
        late == null ? "" : Figures.count(late, "day"));
  }

  /** What hourly pay does not show by itself: floors, pending work, unpaid time, fees. */
  public static List<String> pay(MoneyReport report) {
    List<String> said = new ArrayList<>();
    for (PlatformSums one : report.platforms()) {
      String below = belowFloor(one);
      if (!below.isEmpty()) {
        said.add(say("money.floor", "platform", name(one.platform()), "below", below));
      }
    }
    for (PlatformSums one : report.platforms()) {
      String range = range(one);
      if (!range.isEmpty()) {
        said.add(say("money.pending", "platform", name(one.platform()), "range", range));
      }
    }
    said.addAll(besidePay(report));
    return said;
  }

  /** How long a platform has been below its floor; empty where that is not to be told. */
  public static String belowFloor(PlatformSums one) {
    Floor floor = one.floor();
    return floor == null || floor.weeksBelow() < WEEKS_TO_TELL || floor.lastWeek() == null
        ? ""
        : say(
            "money.floor.below",
            "weeks",
            weeks(floor.weeksBelow()),
            "floor",
            Figures.money(floor.amount(), one.currency()),
            "rate",
            Figures.money(floor.lastWeek(), one.currency()));
  }

  /** Between what an hour of a platform will come to; empty where nothing is pending. */
  public static String range(PlatformSums one) {
    PayRange range = one.sums().perPresentHourRange();
    return range == null
        ? ""
        : say(
            "money.pending.range",
            "pending",
            Figures.money(one.sums().pending(), one.currency()),
            "none",
            Figures.money(range.none(), one.currency()),
            "all",
            Figures.money(range.all(), one.currency()));
  }

  /** What of {@link #pay} is about no single platform. */
  public static List<String> besidePay(MoneyReport report) {
    List<String> said = new ArrayList<>();
    Duration unpaid =
        report.totals().values().stream()
            .map(total -> total.sums().unpaid())
            .reduce(Duration.ZERO, Duration::plus);
    if (unpaid.isPositive()) {
      said.add(say("money.unpaid", "time", Durations.rounded(unpaid, Durations.MINUTE)));
    }
    List<String> fees = new ArrayList<>();
    report
        .totals()
        .forEach(
            (currency, total) -> {
              if (total.sums().fees().signum() > 0) {
                fees.add(Figures.money(total.sums().fees(), currency));
              }
            });
    if (!fees.isEmpty()) {
      said.add(say("money.fees", "fees", String.join(" and ", fees)));
    }
    if (report.totals().values().stream()
        .map(Totals::sums)
        .anyMatch(sums -> hasRate(sums.perPresentHour()))) {
      said.add(say("money.hour"));
    }
    return said;
  }

  private static boolean hasRate(@Nullable BigDecimal rate) {
    return rate != null && rate.signum() > 0;
  }

  private static String weeks(int weeks) {
    return weeks == 2 ? "two" : weeks == 3 ? "three" : Integer.toString(weeks);
  }

  /** How much months differ. */
  public static List<String> volatility(MoneyReport report) {
    List<String> said = new ArrayList<>();
    report
        .volatility()
        .forEach(
            (currency, found) -> {
              if (found != null) {
                said.add(volatility(currency, found));
              }
            });
    return said.isEmpty() && !report.isEmpty() ? List.of(say("money.volatility.unknown")) : said;
  }

  private static String volatility(String currency, Volatility found) {
    return say(
        "money.volatility",
        "currency",
        currency,
        "change",
        Figures.change(found.medianChange().doubleValue()),
        "months",
        found.months(),
        "over",
        found.monthsOver20Percent());
  }

  /**
   * What to set aside of each quarter with anything in it and of the last one, and when estimated
   * tax of it is due.
   *
   * @param share of the amount, from the settings
   */
  public static List<String> quarters(MoneyReport report, BigDecimal share) {
    List<String> said = new ArrayList<>();
    for (Quarter one : report.quarters()) {
      boolean last = one.equals(report.quarters().getLast());
      if (one.amount().isEmpty() && one.notBooked().isEmpty() && !last) {
        continue;
      }
      said.add(quarter(one, share, report.asOf()));
      LocalDate due = one.period().due();
      if (due != null) {
        said.add(say("money.quarter.due", "quarter", quarterName(one), "day", weekday(due)));
      }
      if (!one.notBooked().isEmpty()) {
        said.add(
            say(
                "money.quarter.not-booked",
                "platforms",
                String.join(", ", one.notBooked().stream().map(MoneyWords::name).toList())));
      }
    }
    if (!said.isEmpty()) {
      said.add(say("money.quarter.note"));
    }
    return said;
  }

  private static String quarter(Quarter one, BigDecimal share, LocalDate asOf) {
    String basis = one.basis() == Basis.LANDED ? "landed" : "earned (no payout is booked yet)";
    if (one.amount().isEmpty()) {
      return say(
          "money.quarter.nothing",
          "quarter",
          quarterName(one),
          "from",
          day(one.period().from()),
          "basis",
          basis);
    }
    return say(
        asOf.isBefore(one.period().to()) ? "money.quarter" : "money.quarter.over",
        "quarter",
        quarterName(one),
        "from",
        day(one.period().from()),
        "to",
        day(one.period().to()),
        "amount",
        amounts(one.amount()),
        "basis",
        basis,
        "share",
        Figures.exactShare(share),
        "aside",
        amounts(one.setAside()));
  }

  private static String quarterName(Quarter one) {
    return one.period().name();
  }

  private static String amounts(Map<String, BigDecimal> amounts) {
    List<String> parts = new ArrayList<>();
    amounts.forEach((currency, amount) -> parts.add(Figures.money(amount, currency)));
    return String.join(" and ", parts);
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }

  private static String weekday(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH).format(day);
  }
}
