package app.respite.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.JournalException;
import app.respite.ui.FakeBackups;
import app.respite.ui.rules.BackupsViewModel.Choice;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Backups on the page of settings and on that of a journal that cannot be read. */
class BackupsViewModelTest {
  private final FakeBackups backups = new FakeBackups();
  private String words = "";
  private List<Choice> choices = List.of();
  private int goneOn;

  private final BackupsViewModel model =
      new BackupsViewModel(
          backups,
          ZoneOffset.UTC,
          Runnable::run,
          Runnable::run,
          (said, offered) -> {
            words = said;
            choices = offered;
          },
          () -> goneOn++);

  private void press(String label) {
    choices.stream()
        .filter(choice -> choice.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " is none of " + choices))
        .action()
        .run();
  }

  private List<String> labels() {
    return choices.stream().map(Choice::label).toList();
  }

  @Test
  void settingsShowWhereBackupsGoAndMakeOneNow() {
    model.overview();
    assertThat(words).contains(backups.folder().toString()).contains("Sun 1 Mar 2026, 23:10");
    press("Back up now");
    assertThat(words).startsWith("Backed up and checked: 31 days, 412 sprints");
    assertThat(backups.done).containsExactly("make");
    assertThat(labels()).containsExactly("Back up now", "Restore...");
  }

  @Test
  void aBackupIsBroughtBackAfterOneMoreQuestionAndTheResultIsTold() {
    model.overview();
    press("Restore...");
    press("Sat 28 Feb 2026, 22:05 (asked for)");
    assertThat(words).contains("sprints  412, 3 fewer than now");
    assertThat(backups.done).isEmpty();
    press("Bring it back");
    assertThat(backups.done).containsExactly("restore journal-2026-02-28-220500-asked.db");
    assertThat(words).contains("Restored: 31 days").contains("kept as").contains("replaced");
    press("Go on");
    assertThat(goneOn).isOne();
  }

  @Test
  void everyQuestionCanBeAnsweredWithNotNow() {
    model.overview();
    press("Restore...");
    press("Not now");
    assertThat(labels()).contains("Back up now");
    model.waysBack("The journal is damaged.");
    for (String way :
        List.of("Bring back the newest backup", "Take what can be read", "Begin anew")) {
      press(way);
      press("Not now");
      assertThat(words).startsWith("The journal is damaged.");
    }
    assertThat(backups.done).isEmpty();
  }

  @Test
  void b50AJournalThatCannotBeReadLeavesThreeWaysOn() {
    model.waysBack("The journal is damaged.");
    assertThat(words).contains("The newest good backup holds 31 days, 412 sprints");
    press("Take what can be read");
    assertThat(words).contains("400 sprints, 12 not readable");
    press("Take that");
    assertThat(words).contains("Saved: 30 days").contains("damaged.db");
    model.waysBack("The journal is damaged.");
    press("Begin anew");
    press("Begin anew");
    assertThat(backups.done).containsExactly("salvage", "anew");
  }

  @Test
  void withoutABackupReadingWhatCanBeReadComesFirst() {
    backups.copies.clear();
    model.waysBack("The journal is damaged.");
    assertThat(labels()).containsExactly("Take what can be read", "Begin anew");
    assertThat(choices.getFirst().primary()).isTrue();
  }

  @Test
  void whatGoesWrongIsToldAndLeadsBack() {
    backups.failure = new JournalException(JournalException.Kind.IO, "The disk is full.");
    model.overview();
    press("Back up now");
    assertThat(words).isEqualTo("The disk is full.");
    press("Back");
    assertThat(labels()).contains("Back up now");
  }
}
