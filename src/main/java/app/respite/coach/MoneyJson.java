package app.respite.coach;

import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.Balance;
import app.respite.domain.money.MoneyReport.Floor;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Quarter;
import app.respite.domain.money.MoneyReport.Row;
import app.respite.domain.money.MoneyReport.Unpaid;
import app.respite.domain.money.MoneyReport.Volatility;
import app.respite.domain.money.MoneySums;
import app.respite.domain.money.MoneySums.PayRange;
import app.respite.domain.text.EnumWords;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A report on money as plain values with the keys and the order of docs/contract.md. Amounts are
 * decimal strings at full precision; what is not known is there and null.
 */
public final class MoneyJson {
  private MoneyJson() {}

  /**
   * The whole report.
   *
   * @param zone the zone in force at its end
   */
  public static Map<String, @Nullable Object> of(MoneyReport report, ZoneId zone) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("from", report.from().toString());
    json.put("to", report.to().toString());
    json.put("zone", zone.getId());
    json.put("rows", report.rows().stream().map(MoneyJson::row).toList());
    Map<String, @Nullable Object> totals = new LinkedHashMap<>();
    report
        .totals()
        .forEach((currency, total) -> totals.put(currency, sums(total.sums(), total.balance())));
    json.put("totals", totals);
    Map<String, @Nullable Object> volatility = new LinkedHashMap<>();
    report
        .volatility()
        .forEach(
            (currency, found) ->
                volatility.put(currency, found == null ? null : volatility(found)));
    json.put("volatility", volatility);
    json.put("oldestUnpaid", report.oldestUnpaid().stream().map(MoneyJson::unpaid).toList());
    json.put("quarters", report.quarters().stream().map(MoneyJson::quarter).toList());
    json.put("platforms", report.platforms().stream().map(MoneyJson::platform).toList());
    json.put("asOf", report.asOf().toString());
    return json;
  }

  private static Map<String, @Nullable Object> row(Row row) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("month", row.month().toString());
    json.put("platform", row.platform());
    json.put("currency", row.currency());
    Map<String, @Nullable Object> sums = sums(row.sums(), row.balance());
    for (String key :
        List.of(
            "earned",
            "pending",
            "landed",
            "fees",
            "outstanding",
            "workSeconds",
            "presentSeconds",
            "unpaidSeconds",
            "perWorkHour",
            "perPresentHour")) {
      json.put(key, sums.remove(key));
    }
    json.put("belowFloor", row.belowFloor());
    json.putAll(sums);
    return json;
  }

  private static Map<String, @Nullable Object> platform(PlatformSums one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("platform", one.platform());
    json.put("currency", one.currency());
    json.putAll(sums(one.sums(), one.balance()));
    json.put("landedPerPresentHour", text(one.sums().landedPerPresentHour()));
    Floor floor = one.floor();
    json.put("floor", floor == null ? null : text(floor.amount()));
    json.put("weeksBelowFloor", floor == null ? null : floor.weeksBelow());
    return json;
  }

  private static Map<String, @Nullable Object> sums(MoneySums sums, Balance balance) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("earned", text(sums.earned()));
    json.put("pending", text(sums.pending()));
    json.put("landed", text(sums.landed()));
    json.put("fees", text(sums.fees()));
    json.put("outstanding", text(balance.outstanding()));
    json.put("workSeconds", sums.work().toSeconds());
    json.put("presentSeconds", sums.present().toSeconds());
    json.put("unpaidSeconds", sums.unpaid().toSeconds());
    json.put("perWorkHour", text(sums.perWorkHour()));
    json.put("perPresentHour", text(sums.perPresentHour()));
    PayRange range = sums.perPresentHourRange();
    json.put(
        "perPresentHourRange",
        range == null ? null : List.of(plain(range.none()), plain(range.all())));
    json.put("landedBeyondEarned", text(balance.beyondEarned()));
    return json;
  }

  private static Map<String, @Nullable Object> volatility(Volatility found) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("months", found.months());
    json.put("medianChange", found.medianChange());
    json.put("monthsOver20Percent", found.monthsOver20Percent());
    return json;
  }

  private static Map<String, @Nullable Object> unpaid(Unpaid one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("platform", one.platform());
    json.put("day", one.day().toString());
    json.put("daysLate", one.daysLate());
    json.put("currency", one.currency());
    json.put("outstanding", text(one.outstanding()));
    Duration usual = one.usual();
    json.put("paysAfter", usual == null ? null : usual.toString());
    return json;
  }

  private static Map<String, @Nullable Object> quarter(Quarter one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("quarter", one.period().name());
    json.put("from", one.period().from().toString());
    json.put("to", one.period().to().toString());
    json.put("due", one.period().due() == null ? null : one.period().due().toString());
    json.put("basis", EnumWords.of(one.basis()));
    json.put("amount", amounts(one.amount()));
    json.put("setAside", amounts(one.setAside()));
    json.put("notBooked", one.notBooked());
    return json;
  }

  private static Map<String, @Nullable Object> amounts(SortedMap<String, BigDecimal> amounts) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    amounts.forEach((currency, amount) -> json.put(currency, plain(amount)));
    return json;
  }

  private static @Nullable String text(@Nullable BigDecimal amount) {
    return amount == null ? null : plain(amount);
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }
}
