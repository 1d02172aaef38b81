package app.respite.coach.words;

import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Platform;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A platform's terms in words. */
public final class PlatformWords {
  private PlatformWords() {}

  /** All that is known of it, in one line. */
  public static String line(Platform platform) {
    List<String> terms = new ArrayList<>();
    String currency = platform.currency();
    if (currency != null) {
      terms.add("pays in " + currency);
    }
    if (platform.paysAfter() != null) {
      terms.add("usually pays " + length(platform.paysAfter()) + " after the work");
    }
    BigDecimal floor = platform.floor();
    if (floor != null) {
      terms.add(
          "floor "
              + (currency == null ? floor.toPlainString() : Figures.money(floor, currency))
              + " an hour");
    }
    if (platform.reportWithin() != null) {
      terms.add("hours to report within " + length(platform.reportWithin()));
    }
    if (platform.weekStarts() != null) {
      terms.add(
          "week from " + platform.weekStarts().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
    return platform.name() + ": " + (terms.isEmpty() ? "no terms told" : String.join(", ", terms));
  }

  /** A length that is told in days where it is whole days, {@code 7 days}, {@code 36 h}. */
  public static String length(Duration length) {
    return length.toHours() % 24 == 0 && !length.isZero()
        ? Figures.count(length.toDays(), "day")
        : Durations.words(length);
  }
}
