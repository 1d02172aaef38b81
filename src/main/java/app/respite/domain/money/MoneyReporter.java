package app.respite.domain.money;

import app.respite.domain.money.MoneyReport.Balance;
import app.respite.domain.money.MoneyReport.Basis;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Quarter;
import app.respite.domain.money.MoneyReport.Row;
import app.respite.domain.money.MoneyReport.Totals;
import app.respite.domain.money.MoneyReport.Unpaid;
import app.respite.domain.money.MoneyReport.Volatility;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.Names;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes a report on money: facts go into accounts by platform and currency, figures come of them.
 */
final class MoneyReporter {
  private static final int LEAST_MONTHS = 4;
  private static final int MOST_MONTHS = 12;
  private static final int SCALE = 10;
  private static final BigDecimal A_FIFTH = new BigDecimal("0.2");
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  private final MoneyFacts facts;
  private final LocalDate from;
  private final LocalDate to;
  private final LocalDate today;
  private final LocalDate asOf;

  /** What each platform is called, by what its names have in common. */
  private final Map<String, String> names = new HashMap<>();

  private final Map<String, Platform> terms = new HashMap<>();
  private final Map<String, SortedSet<String>> currencies = new HashMap<>();
  private final Map<String, Map<String, Account>> byPlatform = new HashMap<>();

  MoneyReporter(MoneyFacts facts, LocalDate from, LocalDate to, LocalDate today) {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("money from " + from + " ends before it, on " + to);
    }
    this.facts = facts;
    this.from = from;
    this.to = to;
    this.today = today;
    this.asOf = to.isAfter(today) ? today : to;
    fill();
  }

  private void fill() {
    facts.platforms().stream()
        .sorted(Comparator.comparing(Platform::name).reversed().thenComparing(Platform::id))
        .forEach(one -> terms.put(Names.key(one.name()), one));
    // What comes after the range says what platforms are called and pay in, so that a month alone
    // is what it is in its year.
    facts.earnings().forEach(one -> know(one.platform(), one.currency()));
    facts.payouts().forEach(one -> know(one.platform(), one.amount().currency()));
    terms.forEach((key, one) -> names.put(key, Names.clean(one.name())));
    for (DayEarnings one : facts.earnings()) {
      if (!one.day().isAfter(to) && !isNobodys(one)) {
        String currency =
            one.currency().isEmpty() ? currencyOf(Names.key(one.platform())) : one.currency();
        account(one.platform(), currency).add(one.day(), MoneySums.of(one));
      }
    }
    for (Payout one : facts.payouts()) {
      if (!one.on().isAfter(to)) {
        BigDecimal fee = one.fee() == null ? BigDecimal.ZERO : one.fee();
        account(one.platform(), one.amount().currency())
            .add(one.on(), MoneySums.landed(one.amount().amount(), fee));
      }
    }
  }

  /** Breaks beside all tasks are on no platform's account. */
  private static boolean isNobodys(DayEarnings one) {
    return one.platform().isEmpty()
        && one.currency().isEmpty()
        && one.work().isZero()
        && one.earned().signum() == 0
        && one.pending().signum() == 0;
  }

  /** Of names that differ in case alone the first counts, whatever the order of the facts. */
  private void know(String platform, String currency) {
    String key = Names.key(platform);
    names.merge(
        key, Names.clean(platform), (one, other) -> one.compareTo(other) <= 0 ? one : other);
    SortedSet<String> known = currencies.computeIfAbsent(key, any -> new TreeSet<>());
    if (!currency.isEmpty()) {
      known.add(currency);
    }
  }

  /** What a platform pays in as a rule; empty where it pays in several, or none is known. */
  private String currencyOf(String key) {
    Platform told = terms.get(key);
    if (told != null && told.currency() != null) {
      return told.currency();
    }
    SortedSet<String> known = currencies.getOrDefault(key, new TreeSet<>());
    return !key.isEmpty() && known.size() == 1 ? known.first() : "";
  }

  private Account account(String platform, String currency) {
    String key = Names.key(platform);
    return byPlatform
        .computeIfAbsent(key, any -> new TreeMap<>())
        .computeIfAbsent(
            currency,
            any -> {
              Platform told = terms.get(key);
              boolean own = !currency.isEmpty() && currency.equals(currencyOf(key));
              return new Account(
                  names.getOrDefault(key, ""),
                  currency,
                  told,
                  told != null && own ? told.floor() : null);
            });
  }

  private List<Account> accounts() {
    return byPlatform.values().stream()
        .flatMap(account -> account.values().stream())
        .sorted(Comparator.comparing(Account::platform).thenComparing(Account::currency))
        .toList();
  }

  List<AccountDay> days() {
    return accounts().stream().flatMap(Account::days).toList();
  }

  MoneyReport report() {
    List<Account> accounts = accounts();
    List<Row> rows = rows(accounts);
    List<PlatformSums> platforms = platforms(accounts, rows);
    return new MoneyReport(
        from,
        to,
        asOf,
        rows,
        platforms,
        totals(platforms),
        volatility(accounts),
        accounts.stream()
            .flatMap(account -> account.oldestUnpaid(asOf).stream())
            .sorted(
                Comparator.comparing(Unpaid::day)
                    .thenComparing(Unpaid::platform)
                    .thenComparing(Unpaid::currency))
            .toList(),
        quarters(accounts));
  }

  private List<Row> rows(List<Account> accounts) {
    List<Row> rows = new ArrayList<>();
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(YearMonth.from(to));
        month = month.plusMonths(1)) {
      LocalDate first = later(from, month.atDay(1));
      LocalDate last = earlier(to, month.atEndOfMonth());
      for (Account account : accounts) {
        MoneySums sums = account.sums(first, last);
        Balance balance = account.balance(last);
        boolean owes = balance.outstanding().signum() > 0 && !first.isAfter(today);
        if (!sums.isNothing() || owes) {
          rows.add(
              new Row(
                  month,
                  account.platform(),
                  account.currency(),
                  sums.inWholeSeconds(),
                  balance,
                  account.belowFloor(sums)));
        }
      }
    }
    return rows;
  }

  private List<PlatformSums> platforms(List<Account> accounts, List<Row> rows) {
    List<PlatformSums> platforms = new ArrayList<>();
    for (Account account : accounts) {
      List<Row> own =
          rows.stream()
              .filter(row -> row.platform().equals(account.platform()))
              .filter(row -> row.currency().equals(account.currency()))
              .toList();
      if (!own.isEmpty()) {
        platforms.add(
            new PlatformSums(
                account.platform(),
                account.currency(),
                own.stream().map(Row::sums).reduce(MoneySums.NONE, MoneySums::plus),
                account.balance(to),
                account.floor(earlier(to, today.minusDays(1)))));
      }
    }
    return platforms;
  }

  private static SortedMap<String, Totals> totals(List<PlatformSums> platforms) {
    SortedMap<String, Totals> totals = new TreeMap<>();
    for (PlatformSums one : platforms) {
      totals.merge(one.currency(), new Totals(one.sums(), one.balance()), Totals::plus);
    }
    return totals;
  }

  private SortedMap<String, @Nullable Volatility> volatility(List<Account> accounts) {
    SortedMap<String, @Nullable Volatility> found = new TreeMap<>();
    accounts.stream()
        .map(Account::currency)
        .filter(currency -> !currency.isEmpty())
        .forEach(currency -> found.put(currency, volatility(accounts, currency)));
    return found;
  }

  private @Nullable Volatility volatility(List<Account> accounts, String currency) {
    LocalDate lastDay = earlier(to, today.minusDays(1));
    YearMonth last = YearMonth.from(lastDay);
    if (last.atEndOfMonth().isAfter(lastDay)) {
      last = last.minusMonths(1);
    }
    YearMonth first = null;
    List<BigDecimal> earned = new ArrayList<>();
    for (int back = MOST_MONTHS - 1; back >= 0; back--) {
      YearMonth month = last.minusMonths(back);
      BigDecimal sum =
          accounts.stream()
              .filter(account -> account.currency().equals(currency))
              .map(account -> account.sums(month.atDay(1), month.atEndOfMonth()).earned())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      first = first == null && sum.signum() > 0 ? month : first;
      if (first != null) {
        earned.add(sum);
      }
    }
    if (first == null || ChronoUnit.MONTHS.between(first, last) + 1 < LEAST_MONTHS) {
      return null;
    }
    List<BigDecimal> changes = new ArrayList<>();
    for (int i = 1; i < earned.size(); i++) {
      BigDecimal before = earned.get(i - 1);
      if (before.signum() > 0) {
        changes.add(
            earned.get(i).subtract(before).abs().divide(before, SCALE, RoundingMode.HALF_EVEN));
      }
    }
    long over = changes.stream().filter(change -> change.compareTo(A_FIFTH) > 0).count();
    return new Volatility(earned.size(), median(changes), (int) over);
  }

  private static BigDecimal median(List<BigDecimal> values) {
    List<BigDecimal> ordered = values.stream().sorted().toList();
    int middle = ordered.size() / 2;
    BigDecimal median =
        ordered.size() % 2 == 1
            ? ordered.get(middle)
            : ordered
                .get(middle - 1)
                .add(ordered.get(middle))
                .divide(TWO, SCALE, RoundingMode.HALF_EVEN);
    return HourlyPay.plain(median);
  }

  private List<Quarter> quarters(List<Account> accounts) {
    LocalDate firstPayout =
        facts.payouts().stream().map(Payout::on).min(Comparator.naturalOrder()).orElse(null);
    List<Quarter> quarters = new ArrayList<>();
    for (TaxPeriod period : TaxPeriod.touching(from, to, facts.taxCalendar())) {
      if (!period.from().isAfter(today)) {
        LocalDate last = earlier(to, period.to());
        boolean landed = firstPayout != null && !firstPayout.isAfter(last);
        quarters.add(quarter(accounts, period, last, landed ? Basis.LANDED : Basis.EARNED));
      }
    }
    return quarters;
  }

  private Quarter quarter(List<Account> accounts, TaxPeriod period, LocalDate last, Basis basis) {
    Function<MoneySums, BigDecimal> amountOf =
        switch (basis) {
          case LANDED -> MoneySums::landed;
          case EARNED -> MoneySums::earned;
        };
    SortedMap<String, BigDecimal> amount = new TreeMap<>();
    SortedSet<String> notBooked = new TreeSet<>();
    Set<String> booked = new TreeSet<>();
    accounts.stream().filter(Account::isPaid).map(Account::platform).forEach(booked::add);
    for (Account account : accounts) {
      MoneySums sums = account.sums(period.from(), last);
      BigDecimal part = amountOf.apply(sums);
      if (part.signum() != 0) {
        amount.merge(account.currency(), part, BigDecimal::add);
      }
      if (basis == Basis.LANDED
          && sums.earned().signum() > 0
          && !booked.contains(account.platform())) {
        notBooked.add(account.platform());
      }
    }
    amount.replaceAll((currency, sum) -> HourlyPay.plain(sum));
    SortedMap<String, BigDecimal> aside = new TreeMap<>();
    amount.forEach(
        (currency, sum) -> aside.put(currency, HourlyPay.plain(sum.multiply(facts.setAside()))));
    return new Quarter(period, basis, amount, aside, List.copyOf(notBooked));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
