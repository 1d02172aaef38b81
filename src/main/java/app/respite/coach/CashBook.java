package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalReader;
import app.respite.coach.typed.Amounts;
import app.respite.domain.day.Change;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.text.Figures;
import app.respite.domain.text.PlainText;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.WorkItem;
import app.respite.domain.work.JournalRecord.ZoneChange;
import app.respite.domain.work.Names;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Payouts and the terms of platforms, written by hand. What is wrong is refused in one line, and
 * nothing is stored; what is written can be undone.
 */
public final class CashBook {
  /** More than anybody is paid at once. */
  private static final BigDecimal MOST = new BigDecimal("999999999");

  private static final int DECIMALS = 6;
  private static final int LONGEST_NOTE = 500;
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Journal journal;
  private final ZoneId zone;

  /**
   * The payouts of a journal.
   *
   * @param zone days are of this zone where the journal knows of no other
   */
  public CashBook(Journal journal, ZoneId zone) {
    this.journal = journal;
    this.zone = zone;
  }

  /**
   * Books a payout under its platform's name; gives it as it is kept.
   *
   * @param again whether it is meant where the same is booked already
   */
  public Payout book(Payout told, boolean again, Instant now) {
    Payout kept = checked(told, now);
    refuseTwice(kept, again);
    journal.write(List.of(new Change.Put(kept)), booked(kept));
    return kept;
  }

  /**
   * Puts a payout in the place of the one with its id; gives it as it is kept.
   *
   * @param again whether it is meant where another one is the same
   */
  public Payout edit(Payout told, boolean again, Instant now) {
    Payout before = payout(told.id());
    Payout kept = checked(told, now);
    if (kept.equals(before)) {
      return kept;
    }
    if (!isSame(before, kept)) {
      refuseTwice(kept, again);
    }
    journal.write(List.of(new Change.Put(kept)), edited(before, kept));
    return kept;
  }

  /** Removes a payout; gives what it was, in words. */
  public String remove(UUID id) {
    Payout before = payout(id);
    journal.write(List.of(new Change.Remove(Payout.class, id)), removed(before));
    return words(before);
  }

  /** What {@link #book} did, as undoing names it. */
  public static String booked(Payout kept) {
    return "booked " + words(kept);
  }

  /** What saving a platform's terms did, as undoing names it. */
  public static String termsSet(String platform) {
    return "set the terms of " + platform;
  }

  /** What {@link #edit} did, as undoing names it. */
  public static String edited(Payout before, Payout kept) {
    return "changed "
        + words(before)
        + (words(before).equals(words(kept)) ? "" : " to " + words(kept));
  }

  /** What {@link #remove} did, as undoing names it. */
  public static String removed(Payout before) {
    return "removed " + words(before);
  }

  /**
   * The payout whose id begins with a text.
   *
   * @throws CoachException of kind {@code WRONG} where the text is no id, {@code NO} where nothing
   *     has it
   */
  public static Payout find(JournalReader journal, String id) {
    return ShortIds.find(id, journal.all(Payout.class), "respite paid list", "no payout");
  }

  /** All payouts of a journal, by day. */
  public static List<Payout> all(JournalReader journal) {
    return journal.all(Payout.class).stream()
        .sorted(Comparator.comparing(Payout::on).thenComparing(Payout::id))
        .toList();
  }

  private Payout payout(UUID id) {
    return journal
        .byId(Payout.class, id)
        .orElseThrow(
            () ->
                new CoachException(
                    Kind.NO, "that payout is not booked any more; nothing was done"));
  }

  private void refuseTwice(Payout kept, boolean again) {
    boolean there =
        journal.all(Payout.class).stream()
            .anyMatch(other -> !other.id().equals(kept.id()) && isSame(other, kept));
    if (there && !again) {
      throw new CoachException(Kind.ALREADY, words(kept) + " is booked already");
    }
  }

  /** Whether a person who books one of them may have meant the other. */
  private static boolean isSame(Payout one, Payout other) {
    return one.on().equals(other.on())
        && one.amount().currency().equals(other.amount().currency())
        && one.amount().amount().compareTo(other.amount().amount()) == 0
        && Names.key(one.platform()).equals(Names.key(other.platform()));
  }

  private Payout checked(Payout told, Instant now) {
    Platform platform = new Platforms(journal).named(told.platform());
    BigDecimal amount = amount("the amount", told.amount().amount());
    if (amount.signum() == 0) {
      throw wrong("a payout of 0 is none; give what arrived, such as 65.50");
    }
    BigDecimal fee = told.fee();
    if (fee != null && amount("the fee", fee).compareTo(amount) > 0) {
      throw wrong(
          "the fee is more than the amount; give the amount with the fee in it, as the platform"
              + " paid it");
    }
    checkDays(told, now);
    return new Payout(
        told.id(),
        platform.name(),
        told.on(),
        new Money(amount, Amounts.currency(told.amount().currency())),
        fee,
        told.from(),
        told.to(),
        note(told.note()));
  }

  /** A payout in words, {@code 65.50 USD of Appen on 2026-11-09}. */
  public static String words(Payout payout) {
    return Figures.money(payout.amount().amount(), payout.amount().currency())
        + " of "
        + payout.platform()
        + " on "
        + payout.on();
  }

  /** Saves what a platform's terms are; gives them as they are kept. */
  public Platform save(Platform told) {
    String name = Names.clean(told.name());
    if (name.isEmpty() || name.length() > Task.LONGEST_NAME) {
      throw wrong("a platform's name should be 1 to " + Task.LONGEST_NAME + " characters");
    }
    BigDecimal floor = told.floor();
    String currency = told.currency();
    Platform kept =
        new Platform(
            Platform.idOf(name),
            name,
            length("how long it takes to pay", told.paysAfter()),
            floor == null ? null : amount("the floor", floor),
            currency == null ? null : Amounts.currency(currency),
            length("the time to report hours", told.reportWithin()),
            told.weekStarts());
    journal.write(List.of(new Change.Put(kept)), termsSet(name));
    return kept;
  }

  private void checkDays(Payout told, Instant now) {
    LocalDate today = now.atZone(zone).toLocalDate();
    if (told.on().isAfter(today)) {
      throw wrong(told.on() + " is still to come; book a payout once it has arrived");
    }
    LocalDate first = firstDay(journal, zone);
    if (first == null) {
      throw wrong("there is no work in the journal yet that could be paid; log it first");
    }
    if (told.on().isBefore(first)) {
      throw wrong(
          told.on()
              + " lies before the first work in the journal, on "
              + first
              + "; give the day the money arrived");
    }
    LocalDate from = told.from();
    LocalDate to = told.to();
    if (from != null && to != null && to.isBefore(from)) {
      throw wrong("--to " + to + " lies before --from " + from);
    }
  }

  /** The day of the first work that a journal knows; null where there is none. */
  private static @Nullable LocalDate firstDay(JournalReader journal, ZoneId zone) {
    DayCalendar days = Reviewer.calendar(journal.all(ZoneChange.class), Preferences.DEFAULTS, zone);
    return Stream.of(
            journal.all(Sprint.class).stream(),
            journal.all(Span.class).stream().filter(span -> span.state() == SpanState.WORK),
            journal.all(WorkItem.class).stream())
        .flatMap(kind -> kind.map(JournalRecord::begins).filter(Objects::nonNull).limit(1))
        .min(Comparator.naturalOrder())
        .map(days::dayOf)
        .orElse(null);
  }

  private static BigDecimal amount(String what, BigDecimal amount) {
    if (amount.signum() < 0 || amount.compareTo(MOST) > 0 || amount.scale() > DECIMALS) {
      throw wrong(what + " should be from 0 to " + MOST + ", with a point, such as 65.50");
    }
    return amount;
  }

  private static @Nullable Duration length(String what, @Nullable Duration length) {
    if (length != null && (length.isNegative() || length.compareTo(LONGEST) > 0)) {
      throw wrong(what + " should be a length of up to a year, such as 7d");
    }
    return length;
  }

  private static @Nullable String note(@Nullable String note) {
    if (note == null || note.isBlank()) {
      return null;
    }
    if (note.length() > LONGEST_NOTE || !PlainText.isPlain(note)) {
      throw wrong("a note takes at most " + LONGEST_NOTE + " characters in one line");
    }
    return note.strip();
  }

  private static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
