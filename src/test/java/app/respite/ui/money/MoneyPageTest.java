package app.respite.ui.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.InMemoryJournal;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.ui.OnFx;
import app.respite.ui.theme.Look;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money told and booked in the window, without the mouse. */
class MoneyPageTest {
  private static void with(InMemoryJournal journal, Consumer<ShownMoney> use) {
    OnFx.run(
        () -> {
          try (ShownMoney page = ShownMoney.of(journal, Look.LIGHT, 880, 620)) {
            page.page.requestFocus();
            use.accept(page);
          }
        });
  }

  private static Stream<String> booked(ShownMoney page) {
    return page.journal.all(Payout.class).stream()
        .map(
            one ->
                one.amount().amount()
                    + " "
                    + one.amount().currency()
                    + " "
                    + one.platform()
                    + " "
                    + one.on());
  }

  /** Into the field of a name, whatever stood in it. */
  private static void fill(ShownMoney page, String field, String text) {
    page.tabTo(field);
    if (page.focused() instanceof TextInputControl input) {
      input.selectAll();
    }
    page.type(text);
  }

  @Test
  void aPayoutIsBookedInTwoFieldsAndTakenBackByTheKeyboardAlone() {
    with(
        MoneyJournals.threePlatforms(),
        page -> {
          fill(page, "Amount", "65.50");
          page.tabTo("Platform");
          page.press(KeyCode.DOWN);
          assertThat(page.words()).contains("Books 65.50 USD of Appen on 2026-11-30.");
          page.press(KeyCode.ENTER);
          assertThat(booked(page)).contains("65.50 USD Appen 2026-11-30").hasSize(20);
          assertThat(page.words()).contains("Booked 65.50 USD of Appen on 2026-11-30.");
          assertThat(page.focusedName()).as("ready for the next").isEqualTo("Amount");

          page.tabTo("Undo: booked 65.50 USD");
          page.press(KeyCode.SPACE);
          assertThat(booked(page)).hasSize(19);
          assertThat(page.words()).contains("Taken back: booked 65.50 USD of Appen on 2026-11-30.");
        });
  }

  @Test
  void whatIsSeenIsUpToDateAtOnce() {
    with(
        MoneyJournals.onePlatform(),
        page -> {
          assertThat(page.words()).contains("93.75 USD");
          fill(page, "Amount", "60 USD");
          page.press(KeyCode.ENTER);
          assertThat(page.words()).contains("60.00 USD", "33.75 USD", "60.00 USD of Appen");
        });
  }

  @Test
  void theSamePayoutIsBookedTwiceAfterAYesOnly() {
    with(
        MoneyJournals.onePlatform(),
        page -> {
          fill(page, "Amount", "60 USD");
          page.press(KeyCode.ENTER);
          page.type("60.00 usd");
          page.press(KeyCode.ENTER);
          page.press(KeyCode.ENTER);
          assertThat(booked(page)).hasSize(1);
          assertThat(page.words())
              .contains("60.00 USD of Appen on 2026-11-30 is booked already.")
              .doesNotContain("Booked 60.00 USD of Appen on 2026-11-30.");
          page.tabTo("Book it once more");
          page.press(KeyCode.SPACE);
          assertThat(booked(page)).hasSize(2);
        });
  }

  @Test
  void aPayoutIsChangedAndRemovedAndBothTakenBackByTheKeyboardAlone() {
    with(
        MoneyJournals.threePlatforms(),
        page -> {
          page.tabTo("Change 52.50 USD of Telus Digital on 2026-10-28");
          page.press(KeyCode.SPACE);
          assertThat(page.focusedName()).isEqualTo("Amount");
          fill(page, "Amount", "53 USD");
          fill(page, "Fee in it", "0.25");
          page.press(KeyCode.ENTER);
          assertThat(booked(page)).contains("53 USD Telus Digital 2026-10-28").hasSize(19);
          assertThat(page.words())
              .contains("Now 53.00 USD of Telus Digital on 2026-10-28.")
              .contains("2026-10-28 · fee 0.25 USD · invoice 10");
          page.page.requestFocus();
          page.tabTo("Undo: changed 52.50 USD");
          page.press(KeyCode.SPACE);
          assertThat(booked(page)).contains("52.5 USD Telus Digital 2026-10-28");

          page.page.requestFocus();
          page.tabTo("Remove 52.50 USD of Telus Digital on 2026-10-28");
          page.press(KeyCode.SPACE);
          assertThat(booked(page)).hasSize(18);
          page.page.requestFocus();
          page.tabTo("Undo: removed 52.50 USD");
          page.press(KeyCode.SPACE);
          assertThat(booked(page)).contains("52.5 USD Telus Digital 2026-10-28").hasSize(19);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'65,50 USD', 'Amount takes an amount with a point: write 65.50 for ''65,50'''",
    "-5 USD, 'Amount takes an amount of 0 or more, such as 65.50: ''-5'''",
    "12 USX, 'A currency is three letters such as USD or EUR: ''USX'''",
    "1000000000 USD, Amount is too large; at most nine digits before the point"
  })
  void whatIsWrongIsToldWhileItIsTypedInTheWordsOfTheCommand(String typed, String told) {
    with(
        MoneyJournals.onePlatform(),
        page -> {
          fill(page, "Amount", typed);
          assertThat(page.words()).contains(told);
          assertThat(page.focused().getAccessibleHelp()).isEqualTo(told);
          page.press(KeyCode.ENTER);
          assertThat(booked(page)).isEmpty();
        });
  }

  @Test
  void whatOnlyIsNotFinishedYetIsNoFault() {
    with(
        MoneyJournals.onePlatform(),
        page -> {
          fill(page, "Amount", "65.");
          assertThat(page.words()).noneMatch(words -> words.startsWith("Amount takes"));
          page.press(KeyCode.TAB);
          assertThat(page.words()).anyMatch(words -> words.startsWith("Amount takes"));
        });
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-01, 2026-12-01 is still to come; book a payout once it has arrived.",
    "2026-10-01, '2026-10-01 lies before the first work in the journal, on 2026-11-18; give the day"
        + " the money arrived.'",
    "2026-02-30, '''2026-02-30'' is no day; write 2026-03-02, today or yesterday'"
  })
  void aDayThatCannotBeIsRefused(String day, String told) {
    with(
        MoneyJournals.onePlatform(),
        page -> {
          fill(page, "Amount", "65 USD");
          page.tabTo("More about the payout");
          page.press(KeyCode.SPACE);
          page.page.requestFocus();
          fill(page, "Day it arrived", day);
          page.press(KeyCode.ENTER);
          assertThat(page.words()).contains(told);
          assertThat(booked(page)).isEmpty();
        });
  }

  @Test
  void termsAreChangedWhereTheyStandAndTakenBack() {
    InMemoryJournal journal = MoneyJournals.onePlatform();
    with(
        journal,
        page -> {
          page.tabTo("Change the terms of Appen");
          page.press(KeyCode.SPACE);
          page.page.requestFocus();
          fill(page, "Usually pays after", "a week");
          page.press(KeyCode.ENTER);
          assertThat(page.words())
              .contains("Usually pays after takes a length such as 7d, or none: 'a week'");
          fill(page, "Usually pays after", "7d");
          fill(page, "Floor an hour", "12.50");
          fill(page, "Pays in", "usd");
          page.press(KeyCode.ENTER);
          Platform kept = journal.all(Platform.class).getFirst();
          assertThat(kept.paysAfter()).isEqualTo(Duration.ofDays(7));
          assertThat(kept.floor()).isEqualTo(new BigDecimal("12.50"));
          assertThat(kept.currency()).isEqualTo("USD");
          assertThat(page.words())
              .contains(
                  "Unpaid since 18 Nov 2026. It usually pays 7 days after the work; that is over"
                      + " by 5 days.")
              .contains(
                  "Two weeks in a row below your floor of 12.50 USD an hour; the last of them came"
                      + " to 10.42 USD.");
          page.page.requestFocus();
          page.tabTo("Undo: set the terms of Appen");
          page.press(KeyCode.SPACE);
          assertThat(journal.all(Platform.class)).isEmpty();
        });
  }

  @Test
  void anEditOfSomebodyElseIsNotTakenBackInItsPlace() {
    InMemoryJournal journal = MoneyJournals.onePlatform();
    with(
        journal,
        page -> {
          fill(page, "Amount", "60 USD");
          page.press(KeyCode.ENTER);
          journal.write(
              List.of(new Change.Put(Platform.named("Toloka"))), "set the terms of Toloka");
          page.tabTo("Undo: booked");
          page.press(KeyCode.SPACE);
          assertThat(booked(page)).hasSize(1);
          assertThat(journal.all(Platform.class)).hasSize(1);
          assertThat(page.words())
              .contains("That was not taken back, for something else was changed after it.");
        });
  }

  @Test
  void nothingYetIsOneSentenceAndTheOneThingToDo() {
    with(
        MoneyJournals.empty(),
        page -> {
          assertThat(page.words())
              .containsExactly(
                  "Money",
                  "Nothing to show yet",
                  "What you earn, what is still owed to you and what an hour comes to stand here"
                      + " once there is work on a task with pay.",
                  "Say what a task pays");
          page.tabTo("Say what a task pays");
          page.press(KeyCode.SPACE);
          assertThat(page.turns).containsExactly("tasks");
        });
  }

  @Test
  void aLongReadingSaysSoAfterASecondAndCanBeLeft() {
    OnFx.run(
        () -> {
          try (ShownMoney page =
              new ShownMoney(MoneyJournals.onePlatform(), Look.LIGHT, 880, 620)) {
            page.quick = false;
            page.open();
            assertThat(page.words()).containsExactly("Money");
            page.waiting.removeFirst().run();
            assertThat(page.words()).contains("Reading your money…", "Cancel");
            page.page.requestFocus();
            page.tabTo("Cancel");
            page.press(KeyCode.SPACE);
            page.reading.removeFirst().run();
            assertThat(page.words()).contains("Your money was not read.");
            page.page.requestFocus();
            page.tabTo("Read it again");
            page.press(KeyCode.SPACE);
            page.reading.removeFirst().run();
            assertThat(page.words()).contains("93.75 USD");
          }
        });
  }

  @Test
  void aReadingWithinASecondLeavesWhatIsTypedAlone() {
    InMemoryJournal journal = MoneyJournals.onePlatform();
    with(
        journal,
        page -> {
          fill(page, "Amount", "65");
          MoneyJournals.put(
              journal,
              MoneyJournals.payout(
                  9, "Appen", LocalDate.parse("2026-11-20"), "3.75", "USD", null, null));
          page.page.show(journal.sequence());
          page.layOut();
          assertThat(page.words()).contains("90.00 USD");
          page.type(".50");
          page.press(KeyCode.ENTER);
          assertThat(booked(page)).contains("65.50 USD Appen 2026-11-30");
        });
  }

  @Test
  void whatTakesTheKeyboardHasAName() {
    with(
        MoneyJournals.threePlatforms(),
        page -> {
          page.openAll();
          page.tabTo("Change 52.50");
          page.press(KeyCode.SPACE);
          page.page.requestFocus();
          page.tabTo("Change the terms");
          page.press(KeyCode.SPACE);
          assertNamed(page.page.getContent());
        });
  }

  private static void assertNamed(Node node) {
    if (node instanceof Control control
        && control.isFocusTraversable()
        && !(control instanceof ScrollPane)) {
      boolean words = control instanceof Labeled labeled && !labeled.getText().isEmpty();
      boolean name = control.getAccessibleText() != null && !control.getAccessibleText().isEmpty();
      assertThat(words || name).as("a name for " + control).isTrue();
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(MoneyPageTest::assertNamed);
    }
  }
}
