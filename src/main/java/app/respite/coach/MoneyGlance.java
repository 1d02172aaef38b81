package app.respite.coach;

import app.respite.domain.money.AccountDay;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.Names;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Money as it stands now.
 *
 * @param month this month so far
 * @param months the twelve months up to today, this one included
 * @param days what stands behind the figures, from the first day on
 * @param payouts all that are booked, by day
 * @param platforms all that are known, by name
 * @param setAside the share that is to be set aside for taxes
 * @param payIsKnown whether any task pays, so that work on it earns
 */
public record MoneyGlance(
    MoneyReport month,
    MoneyReport months,
    List<AccountDay> days,
    List<Payout> payouts,
    List<Platform> platforms,
    BigDecimal setAside,
    boolean payIsKnown) {
  public MoneyGlance {
    days = List.copyOf(days);
    payouts = List.copyOf(payouts);
    platforms = List.copyOf(platforms);
  }

  /** Whether there is nothing to tell yet. */
  public boolean isEmpty() {
    return months.isEmpty() && payouts.isEmpty();
  }

  /** What a platform pays in; empty where that is not known, or is more than one. */
  public Optional<String> currencyOf(String platform) {
    String key = Names.key(platform);
    for (Platform one : platforms) {
      if (Names.key(one.name()).equals(key) && one.currency() != null) {
        return Optional.of(one.currency());
      }
    }
    List<String> paid =
        months.platforms().stream()
            .filter(one -> Names.key(one.platform()).equals(key) && !one.currency().isEmpty())
            .map(PlatformSums::currency)
            .distinct()
            .toList();
    return paid.size() == 1 ? Optional.of(paid.getFirst()) : Optional.empty();
  }
}
