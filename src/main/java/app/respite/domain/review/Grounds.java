package app.respite.domain.review;

import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.PayLine;
import java.util.List;

/**
 * A review, and what its figures are made of.
 *
 * @param lines see {@link Ledger#lines}
 * @param earnings see {@link Ledger#of}
 */
public record Grounds(Review review, List<PayLine> lines, List<DayEarnings> earnings) {
  public Grounds {
    lines = List.copyOf(lines);
    earnings = List.copyOf(earnings);
  }
}
