package app.respite.cli;

import app.respite.cli.text.Columns;
import app.respite.coach.CashBook;
import app.respite.coach.ShortIds;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.RecordFields;
import app.respite.coach.typed.Amounts;
import app.respite.coach.words.MoneyWords;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Payout;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Money that landed. */
@Command(
    description = "Book money that a platform paid; 'paid list' shows what is booked.",
    subcommands = {PaidCommand.ListAll.class, PaidCommand.Edit.class, PaidCommand.Remove.class})
final class PaidCommand extends BaseCommand {
  private static final int NAME = 18;
  private static final int MONEY = 14;
  private static final String NONE = "none";
  private static final String AMOUNT = "AMOUNT";
  private static final String BACK = ". Take it back with: respite log undo";

  @Parameters(
      paramLabel = AMOUNT,
      arity = "0..1",
      description = "What the platform paid, with any fee in it, such as 65.50.")
  @Nullable String amount;

  @Mixin Details details = new Details();

  @Override
  public Integer call() {
    if (amount == null || details.currency == null || details.platform == null) {
      throw wrong(
          "say how much arrived and from whom: respite paid 65.50 --currency USD --platform NAME");
    }
    Payout told =
        new Payout(
            UUID.randomUUID(),
            details.platform,
            details.on == null ? today() : moments().day(details.on),
            new Money(Amounts.amount(AMOUNT, amount), details.currency),
            details.fee == null ? null : Amounts.amount("--fee", details.fee),
            details.from == null ? null : moments().day(details.from),
            details.to == null ? null : moments().day(details.to),
            details.note);
    Payout kept = details.saved(this, new CoachRequest.BookPayout(told, details.again));
    out().println("Booked " + CashBook.words(kept) + BACK);
    return OK;
  }

  /** What can be said of a payout. */
  static final class Details {
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

    @Option(
        names = "--again",
        description = "It arrived once more, though the same is booked already.")
    boolean again;

    boolean isEmpty() {
      return Stream.of(currency, platform, on, from, to, fee, note).allMatch(one -> one == null);
    }

    Payout saved(BaseCommand call, CoachRequest.OfJournal<Payout> request) {
      try {
        return call.ask(request);
      } catch (CoachException failed) {
        if (failed.kind() != Kind.ALREADY) {
          throw failed;
        }
        throw new CoachException(
            Kind.ALREADY, failed.getMessage() + "; if it arrived once more, say so with --again");
      }
    }
  }

  @Command(name = "list", description = "The payouts that are booked, by day.")
  static final class ListAll extends BaseCommand {
    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Override
    public Integer call() {
      try (ProgramServices.Reading reading = world().reading()) {
        List<Payout> payouts = CashBook.all(reading.journal());
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
      String amount = Figures.money(payout.amount().amount(), payout.amount().currency());
      List<String> more = MoneyWords.details(payout);
      return ShortIds.of(payout.id())
          + "  "
          + payout.on()
          + "  "
          + Columns.column(payout.platform(), NAME)
          + " ".repeat(Math.max(1, MONEY - amount.length()))
          + amount
          + (more.isEmpty() ? "" : "  " + String.join("  ", more));
    }
  }

  @Command(name = "edit", description = "Change a payout; 'none' takes a fee, day or note back.")
  static final class Edit extends BaseCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "As 'respite paid list' shows it.")
    String id = "";

    @Parameters(index = "1", paramLabel = AMOUNT, arity = "0..1", description = "What it was.")
    @Nullable String amount;

    @Mixin Details details = new Details();

    @Override
    public Integer call() {
      Payout old;
      try (ProgramServices.Reading reading = world().reading()) {
        old = CashBook.find(reading.journal(), id);
      }
      if (amount == null && details.isEmpty()) {
        throw wrong("say what to change: an amount, --platform, --on, --fee and the like");
      }
      Money before = old.amount();
      Payout told =
          new Payout(
              old.id(),
              details.platform == null ? old.platform() : details.platform,
              details.on == null ? old.on() : moments().day(details.on),
              new Money(
                  amount == null ? before.amount() : Amounts.amount(AMOUNT, amount),
                  details.currency == null ? before.currency() : details.currency),
              changed(details.fee, old.fee(), typed -> Amounts.amount("--fee", typed)),
              changed(details.from, old.from(), moments()::day),
              changed(details.to, old.to(), moments()::day),
              changed(details.note, old.note(), typed -> typed));
      Payout kept = details.saved(this, new CoachRequest.EditPayout(told, details.again));
      out().println("Now " + CashBook.words(kept) + BACK);
      return OK;
    }

    private static <T> @Nullable T changed(
        @Nullable String typed, @Nullable T before, Function<String, T> read) {
      return typed == null ? before : typed.equals(NONE) ? null : read.apply(typed);
    }
  }

  @Command(name = "remove", description = "Remove a payout.")
  static final class Remove extends BaseCommand {
    @Parameters(paramLabel = "ID", description = "As 'respite paid list' shows it.")
    String id = "";

    @Override
    public Integer call() {
      Payout found;
      try (ProgramServices.Reading reading = world().reading()) {
        found = CashBook.find(reading.journal(), id);
      }
      String what = ask(new CoachRequest.RemovePayout(found.id()));
      out().println("Removed " + what + BACK);
      return OK;
    }
  }
}
