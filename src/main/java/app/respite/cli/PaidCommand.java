package app.respite.cli;

import app.respite.cli.text.Columns;
import app.respite.coach.CashBook;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.RecordFields;
import app.respite.coach.typed.Amounts;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Payout;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Money that landed. */
@Command(
    description = "Book money that a platform paid; 'paid list' shows what is booked.",
    subcommands = PaidCommand.ListAll.class)
final class PaidCommand extends BaseCommand {
  private static final int NAME = 18;
  private static final int MONEY = 14;

  @Parameters(
      paramLabel = "AMOUNT",
      arity = "0..1",
      description = "What the platform paid, with any fee in it, such as 65.50.")
  @Nullable String amount;

  @Option(names = "--currency", paramLabel = "USD", description = "Three letters (ISO 4217).")
  @Nullable String currency;

  @Option(names = "--platform", paramLabel = "P", description = "Who paid.")
  @Nullable String platform;

  @Option(names = "--on", paramLabel = "D", description = "The day it arrived (default: today).")
  @Nullable String on;

  @Option(names = "--from", paramLabel = "D", description = "First day it was paid for.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "D", description = "Last day it was paid for.")
  @Nullable String to;

  @Option(names = "--fee", paramLabel = "A", description = "What was taken off on the way.")
  @Nullable String fee;

  @Option(names = "--note", paramLabel = "T")
  @Nullable String note;

  @Override
  public Integer call() {
    if (amount == null || currency == null || platform == null) {
      throw wrong(
          "say how much arrived and from whom: respite paid 65.50 --currency USD --platform NAME");
    }
    Payout told =
        new Payout(
            UUID.randomUUID(),
            platform,
            on == null ? today() : moments().day(on),
            new Money(Amounts.amount("AMOUNT", amount), currency),
            fee == null ? null : Amounts.amount("--fee", fee),
            from == null ? null : moments().day(from),
            to == null ? null : moments().day(to),
            note);
    Payout kept = ask(new CoachRequest.BookPayout(told));
    out().println("Booked " + CashBook.words(kept) + ". Take it back with: respite log undo");
    return OK;
  }

  @Command(name = "list", description = "The payouts that are booked, by day.")
  static final class ListAll extends BaseCommand {
    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Override
    public Integer call() {
      try (ProgramServices.Reading reading = world().reading()) {
        List<Payout> payouts =
            reading.journal().all(Payout.class).stream()
                .sorted(Comparator.comparing(Payout::on).thenComparing(Payout::id))
                .toList();
        if (json) {
          print(payouts.stream().map(RecordFields::of).toList());
        } else if (payouts.isEmpty()) {
          err().println("respite: no payout is booked yet; see: respite help paid");
        } else {
          payouts.forEach(payout -> out().println(line(payout)));
        }
        return payouts.isEmpty() ? NO : OK;
      }
    }

    private static String line(Payout payout) {
      String currency = payout.amount().currency();
      String amount = Figures.money(payout.amount().amount(), currency);
      BigDecimal fee = payout.fee();
      String line =
          payout.on()
              + "  "
              + Columns.column(payout.platform(), NAME)
              + " ".repeat(Math.max(1, MONEY - amount.length()))
              + amount
              + (fee == null ? "" : "  fee " + Figures.money(fee, currency))
              + days(payout.from(), payout.to())
              + (payout.note() == null ? "" : "  " + payout.note());
      return line.stripTrailing();
    }

    private static String days(@Nullable LocalDate from, @Nullable LocalDate to) {
      if (from == null && to == null) {
        return "";
      }
      return "  for"
          + (from == null ? "" : " " + from)
          + (to == null ? " on" : (from == null ? " work to " : " to ") + to);
    }
  }
}
