package app.respite.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.desktop.Answer;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.RhythmPreset;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.Preferences;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.OnFx;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
  private final FakeFace face = new FakeFace(Moments.off().build());
  private final SettingsViewModel model =
      new SettingsViewModel(face.context()::settings, Runnable::run, Runnable::run, null);

  @Test
  void everyDeclaredKeyHasARow() {
    assertThat(model.rows()).extracting(Row::key).isEqualTo(SettingCatalog.all());
  }

  @Test
  void whereNothingCanStartItAtLoginThePageSaysWhy() {
    String said =
        OnFx.call(
            () -> {
              LoginSwitch login =
                  new LoginSwitch(
                      () -> new Answer.Missing<>("HOME is not set", "set HOME"),
                      Runnable::run,
                      Runnable::run);
              new Scene(login);
              CheckBox box = (CheckBox) login.lookup("#start-at-login");
              return box.isDisabled() + " " + labels(login);
            });
    assertThat(said).startsWith("true").contains("Not possible here: HOME is not set; set HOME.");
  }

  private static Set<String> labels(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(
            node ->
                node instanceof Label label
                    ? java.util.stream.Stream.of(label.getText())
                    : node instanceof Parent inner
                        ? labels(inner).stream()
                        : java.util.stream.Stream.empty())
        .collect(Collectors.toSet());
  }

  @Test
  void aSettingThatIsNoRuleIsSavedAtOnceAsTheFileWritesIt() {
    Row row = model.row(CoachKeys.TIMESHEET_ROUND);
    row.commit(" 90s ");
    assertThat(face.saved).containsExactly(new Edit(null, CoachKeys.TIMESHEET_ROUND, "1m30s"));
    assertThat(row.textProperty().get()).isEqualTo("1m30s");
    assertThat(row.ownProperty().get()).isTrue();
  }

  @Test
  void aRuleIsOnlyTriedUntilItIsApplied() {
    Row row = model.row(SprintBreakRule.SPRINT);
    row.commit(" 90m ");
    assertThat(face.saved).isEmpty();
    assertThat(row.textProperty().get()).isEqualTo("1h30m");
    assertThat(row.changedProperty().get()).isTrue();
    assertThat(row.inForce()).isEqualTo("25m");
    assertThat(model.triedProperty().get().get(SprintBreakRule.SPRINT))
        .isEqualTo(Duration.ofMinutes(90));

    model.apply();

    assertThat(face.saved).containsExactly(new Edit(null, SprintBreakRule.SPRINT, "1h30m"));
    assertThat(model.draftProperty()).isEmpty();
    assertThat(row.changedProperty().get()).isFalse();
    assertThat(row.ownProperty().get()).isTrue();
  }

  @Test
  void whatIsRevertedIsInForceAsBefore() {
    model.row(SprintBreakRule.SPRINT).commit("50m");
    model.row(CoachKeys.POSTPONE_LIMIT).commit("99");
    model.revert();
    model.apply();
    assertThat(face.saved).isEmpty();
    assertThat(model.row(SprintBreakRule.SPRINT).textProperty().get()).isEqualTo("25m");
    assertThat(model.row(CoachKeys.POSTPONE_LIMIT).errorProperty().get()).isEmpty();
  }

  @Test
  void aRuleThatIsSetBackByHandIsNoDraft() {
    model.row(SprintBreakRule.SPRINT).commit("50m");
    model.row(SprintBreakRule.SPRINT).commit("25m");
    assertThat(model.draftProperty()).isEmpty();
  }

  @Test
  void theDraftStaysOverAFileThatChanges() {
    model.row(SprintBreakRule.SPRINT).commit("50m");
    model.row(SprintBreakRule.SHORT).commit("8m");
    model.show(
        new Loaded(
            Preferences.DEFAULTS
                .with(SprintBreakRule.SHORT, Duration.ofMinutes(8))
                .with(SprintBreakRule.LONG, Duration.ofMinutes(20)),
            List.of()));
    assertThat(model.draftProperty())
        .containsExactly(new Edit(null, SprintBreakRule.SPRINT, "50m"));
    assertThat(model.row(SprintBreakRule.LONG).textProperty().get()).isEqualTo("20m");
  }

  @Test
  void aPresetIsADraftOfItsRules() {
    for (RhythmPreset preset : RhythmPreset.values()) {
      model.draft(preset);
      assertThat(preset.holds(model.triedProperty().get())).as("%s", preset).isTrue();
      assertThat(face.saved).isEmpty();
    }
    model.apply();
    assertThat(RhythmPreset.SHORT.holds(face.preferences)).isTrue();
  }

  @Test
  void aWindowOfRestThatEndsBeforeItBeginsIsNotPossible() {
    model.row(RestRule.EARLIEST).commit("100m");
    assertThat(model.row(RestRule.EARLIEST).errorProperty().get())
        .isEqualTo("Not possible. The earliest moment of a rest would come after the latest.");
    assertThat(model.draftProperty()).isEmpty();
  }

  @Test
  void aBadValueSavesNothingAndSaysWhatIsAllowed() {
    for (Row row : model.rows()) {
      if (row.key().equals(CoachKeys.LANGUAGE)) {
        continue;
      }
      row.commit("\u0007 certainly not");
      assertThat(row.errorProperty().get())
          .isEqualTo(
              (SettingGroup.of(row.key()).isOfRules() ? "Not possible" : "Not saved")
                  + ". Allowed: "
                  + row.key().type().allowed());
    }
    assertThat(face.saved).isEmpty();
    assertThat(model.draftProperty()).isEmpty();
  }

  @Test
  void theErrorGoesWithTheNextGoodValue() {
    Row row = model.row(CoachKeys.POSTPONE_LIMIT);
    row.commit("99");
    row.commit("3");
    assertThat(row.errorProperty().get()).isEmpty();
    assertThat(model.draftProperty()).hasSize(1);
  }

  @Test
  void theSameValueIsNotSavedAgain() {
    model.row(CoachKeys.SOUND_VOLUME).commit("0");
    assertThat(face.saved).isEmpty();
  }

  @Test
  void goingBackToTheDefaultTakesTheLineOut() {
    Row row = model.row(CoachKeys.POSTPONE_LIMIT);
    row.commit("3");
    model.apply();
    row.reset();
    model.apply();
    assertThat(face.saved).last().isEqualTo(new Edit(null, CoachKeys.POSTPONE_LIMIT, null));
    assertThat(row.textProperty().get()).isEqualTo("2");
    assertThat(row.ownProperty().get()).isFalse();
  }

  @Test
  void bothEndsOfTheRestWindowAreTriedTogether() {
    model.restWindow(50, 75);
    assertThat(model.draftProperty())
        .containsExactly(
            new Edit(null, RestRule.EARLIEST, "50m"), new Edit(null, RestRule.LATEST, "1h15m"));
  }

  @Test
  void aTasksOwnRulesAreSavedForThatTask() {
    SettingsViewModel own =
        new SettingsViewModel(face.context()::settings, Runnable::run, Runnable::run, "Boxes");
    assertThat(own.rows()).extracting(Row::key).isEqualTo(SettingCatalog.perTask());
    own.row(SprintBreakRule.SPRINT).commit("40m");
    assertThat(face.saved).containsExactly(new Edit("Boxes", SprintBreakRule.SPRINT, "40m"));
  }
}
