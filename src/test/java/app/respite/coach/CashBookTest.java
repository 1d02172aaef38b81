package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.Journal;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Task;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CashBookTest {
  private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
  private static final UUID TASK = new UUID(1, 1);

  private final InMemoryJournal journal = new InMemoryJournal();
  private final CashBook book = new CashBook(journal, ZoneId.of("Europe/Berlin"));

  @BeforeEach
  void workOfAPlatform() {
    put(
        new Task(TASK, "Boxes", "Appen", "", Pay.NONE, null, null, null, false, false, false),
        new Span(
            new UUID(1, 2),
            new UUID(1, 3),
            null,
            TASK,
            SpanState.WORK,
            null,
            Instant.parse("2026-03-02T08:00:00Z"),
            Instant.parse("2026-03-02T09:00:00Z"),
            null));
  }

  private void put(JournalRecord... records) {
    for (JournalRecord record : records) {
      journal.write(List.of(new Change.Put(record)), null);
    }
  }

  private Payout book(
      String amount, String currency, String platform, String on, @Nullable String fee) {
    return book(amount, currency, platform, on, fee, false);
  }

  private Payout book(
      String amount,
      String currency,
      String platform,
      String on,
      @Nullable String fee,
      boolean again) {
    return book.book(
        new Payout(
            UUID.randomUUID(),
            platform,
            LocalDate.parse(on),
            new Money(new BigDecimal(amount), currency),
            fee == null ? null : new BigDecimal(fee),
            null,
            null,
            null),
        again,
        NOW);
  }

  @Test
  void aPayoutIsKeptUnderItsPlatformsNameAndTakenBackByIt() {
    Payout kept = book("65.50", "usd", "aPPen ", "2026-03-30", "0.5");

    assertThat(kept.platform()).isEqualTo("Appen");
    assertThat(kept.amount().currency()).isEqualTo("USD");
    assertThat(journal.all(Payout.class)).containsExactly(kept);
    assertThat(journal.undo()).hasValue("booked 65.50 USD of Appen on 2026-03-30");
    assertThat(journal.all(Payout.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, USD, Appen, 2026-03-30, , a payout of 0 is none",
    "-5, USD, Appen, 2026-03-30, , the amount should be from 0",
    "1000000000, USD, Appen, 2026-03-30, , the amount should be from 0 to 999999999",
    "5, USX, Appen, 2026-03-30, , a currency is three letters such as USD",
    "5, USD, Apen, 2026-03-30, , did you mean 'Appen'",
    "5, USD, Appen, 2026-03-30, 6, the fee is more than the amount",
    "5, USD, Appen, 2026-03-30, -1, the fee should be from 0",
    "5, USD, Appen, 2026-03-01, , 'before the first work in the journal, on 2026-03-02'",
    "5, USD, Appen, 2026-04-01, , is still to come"
  })
  void whatIsWrongIsRefusedInOneLineAndNothingIsStored(
      String amount,
      String currency,
      String platform,
      String on,
      @Nullable String fee,
      String why) {
    assertThatThrownBy(() -> book(amount, currency, platform, on, fee))
        .isInstanceOf(CoachException.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
    assertThat(journal.all(Payout.class)).isEmpty();
    assertThat(journal.next(Journal.Way.BACK)).isEmpty();
  }

  private static Payout with(Payout payout, String amount, String on) {
    return new Payout(
        payout.id(),
        payout.platform(),
        LocalDate.parse(on),
        new Money(new BigDecimal(amount), payout.amount().currency()),
        payout.fee(),
        payout.from(),
        payout.to(),
        payout.note());
  }

  private static AbstractObjectAssert<?, CoachException> assertAlready(ThrowingCallable done) {
    return assertThatThrownBy(done)
        .hasMessage("65.50 USD of Appen on 2026-03-30 is booked already")
        .asInstanceOf(type(CoachException.class))
        .satisfies(why -> assertThat(why.kind()).isEqualTo(Kind.ALREADY));
  }

  @Test
  void theSameAmountPlatformAndDayIsBookedTwiceOnPurposeOnly() {
    Payout first = book("65.50", "USD", "Appen", "2026-03-30", null);
    assertAlready(() -> book("65.5", "usd", "APPEN", "2026-03-30", "1"));
    assertThat(journal.all(Payout.class)).containsExactly(first);

    book("65.50", "USD", "Appen", "2026-03-29", null);
    book("65.50", "EUR", "Appen", "2026-03-30", null);
    book("65.50", "USD", "Appen", "2026-03-30", null, true);
    assertThat(journal.all(Payout.class)).hasSize(4);
  }

  @Test
  void aPayoutIsChangedAndTheChangeTakenBack() {
    Payout first = book("65.50", "USD", "Appen", "2026-03-30", null);
    Payout changed = book.edit(with(first, "66", "2026-03-29"), false, NOW);
    assertThat(journal.all(Payout.class)).containsExactly(changed);
    assertThat(journal.undo())
        .hasValue("changed 65.50 USD of Appen on 2026-03-30 to 66.00 USD of Appen on 2026-03-29");
    assertThat(journal.all(Payout.class)).containsExactly(first);
  }

  @Test
  void aChangeIsCheckedAsABookingIs() {
    Payout first = book("65.50", "USD", "Appen", "2026-03-30", null);
    Payout other = book("65.50", "USD", "Appen", "2026-03-29", null);
    assertThatThrownBy(() -> book.edit(with(first, "0", "2026-03-30"), false, NOW))
        .hasMessageContaining("a payout of 0 is none");
    assertAlready(() -> book.edit(with(other, "65.50", "2026-03-30"), false, NOW));
    assertThat(book.edit(with(other, "65.50", "2026-03-30"), true, NOW).on()).isEqualTo(first.on());
  }

  @Test
  void aChangeThatChangesNothingLeavesNothingToTakeBack() {
    Payout first = book("65.50", "USD", "Appen", "2026-03-30", null);
    book.edit(first, false, NOW);
    assertThat(journal.undo()).hasValue("booked 65.50 USD of Appen on 2026-03-30");
  }

  @Test
  void aRemovedPayoutComesBackByUndo() {
    Payout first = book("65.50", "USD", "Appen", "2026-03-30", null);
    assertThat(book.remove(first.id())).isEqualTo("65.50 USD of Appen on 2026-03-30");
    assertThat(journal.all(Payout.class)).isEmpty();
    assertThatThrownBy(() -> book.remove(first.id())).hasMessageContaining("not booked any more");
    assertThatThrownBy(() -> book.edit(first, false, NOW))
        .hasMessageContaining("not booked any more");
    assertThat(journal.undo()).hasValue("removed 65.50 USD of Appen on 2026-03-30");
    assertThat(journal.all(Payout.class)).containsExactly(first);
  }

  @Test
  void theDaysAPayoutIsForAreInOrder() {
    Payout backwards =
        new Payout(
            UUID.randomUUID(),
            "Appen",
            LocalDate.parse("2026-03-30"),
            new Money(BigDecimal.TEN, "USD"),
            null,
            LocalDate.parse("2026-03-10"),
            LocalDate.parse("2026-03-09"),
            null);
    assertThatThrownBy(() -> book.book(backwards, false, NOW))
        .hasMessage("--to 2026-03-09 lies before --from 2026-03-10");
  }

  @Test
  void withoutWorkNothingCanBePaid() {
    InMemoryJournal empty = new InMemoryJournal();
    empty.write(List.of(new Change.Put(Platform.named("Appen"))), null);
    assertThatThrownBy(
            () ->
                new CashBook(empty, ZoneId.of("UTC"))
                    .book(
                        new Payout(
                            UUID.randomUUID(),
                            "Appen",
                            LocalDate.parse("2026-03-30"),
                            new Money(BigDecimal.TEN, "USD"),
                            null,
                            null,
                            null,
                            null),
                        false,
                        NOW))
        .hasMessageContaining("no work in the journal yet");
  }

  @Test
  void termsOfAPlatformHoldForEveryWayItsNameIsWritten() {
    Platform told =
        new Platform(
            UUID.randomUUID(),
            " appen",
            Duration.ofDays(7),
            new BigDecimal("12"),
            "usd",
            null,
            null);
    Platform kept = book.save(told);

    assertThat(kept.id()).isEqualTo(Platform.idOf("Appen"));
    assertThat(kept.currency()).isEqualTo("USD");
    assertThat(new Platforms(journal).all()).containsExactly(kept);
    assertThat(new Platforms(journal).find("APPEN")).hasValue(kept);
    assertThat(journal.undo()).hasValue("set the terms of appen");
    assertThat(new Platforms(journal).all()).containsExactly(Platform.named("Appen"));
  }

  @Test
  void termsThatCannotBeAreRefused() {
    Platform slow =
        new Platform(UUID.randomUUID(), "Appen", Duration.ofDays(500), null, null, null, null);
    assertThatThrownBy(() -> book.save(slow)).hasMessageContaining("up to a year, such as 7d");
    assertThatThrownBy(() -> book.save(Platform.named(" "))).hasMessageContaining("1 to 80");
    assertThat(journal.all(Platform.class)).isEmpty();
  }
}
