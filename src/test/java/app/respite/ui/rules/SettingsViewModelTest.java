package app.respite.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.desktop.Answer;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.SettingKey;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.OnFx;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
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
  void theStartAtLoginIsASwitchOnThePage() {
    boolean selected =
        OnFx.call(
            () -> {
              SettingsPage page =
                  new SettingsPage(
                      model, face.context().autostart(), new VBox(), Runnable::run, Runnable::run);
              new Scene(page, 800, 600);
              CheckBox box = (CheckBox) page.getContent().lookup("#start-at-login");
              boolean before = box.isSelected();
              box.fire();
              return !before && box.isSelected();
            });
    assertThat(selected).isTrue();
    assertThat(face.startsAtLogin).isTrue();
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

  @Test
  void everyDeclaredKeyIsOnThePage() {
    Set<String> shown =
        OnFx.call(
            () -> {
              SettingsPage page =
                  new SettingsPage(
                      model, face.context().autostart(), new VBox(), Runnable::run, Runnable::run);
              new Scene(page, 800, 600);
              page.applyCss();
              page.layout();
              return labels((Parent) ((ScrollPane) page).getContent());
            });
    assertThat(shown).containsAll(SettingCatalog.all().stream().map(SettingKey::name).toList());
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
  void aGoodValueIsSavedAsTheFileWritesIt() {
    Row row = model.row(SprintBreakRule.SPRINT);
    row.commit(" 90m ");
    assertThat(face.saved).containsExactly(new Edit(null, SprintBreakRule.SPRINT, "1h30m"));
    assertThat(row.textProperty().get()).isEqualTo("1h30m");
    assertThat(row.ownProperty().get()).isTrue();
  }

  @Test
  void aBadValueSavesNothingAndSaysWhatIsAllowed() {
    for (Row row : model.rows()) {
      if (row.key().equals(CoachKeys.LANGUAGE)) {
        continue;
      }
      row.commit("\u0007 certainly not");
      assertThat(row.errorProperty().get())
          .isEqualTo("Not saved. Allowed: " + row.key().type().allowed());
    }
    assertThat(face.saved).isEmpty();
  }

  @Test
  void theErrorGoesWithTheNextGoodValue() {
    Row row = model.row(CoachKeys.POSTPONE_LIMIT);
    row.commit("99");
    row.commit("3");
    assertThat(row.errorProperty().get()).isEmpty();
    assertThat(face.saved).hasSize(1);
  }

  @Test
  void theSameValueIsNotSavedAgain() {
    model.row(CoachKeys.POSTPONE_LIMIT).commit("2");
    assertThat(face.saved).isEmpty();
  }

  @Test
  void goingBackToTheDefaultTakesTheLineOut() {
    Row row = model.row(CoachKeys.POSTPONE_LIMIT);
    row.commit("3");
    row.reset();
    assertThat(face.saved).last().isEqualTo(new Edit(null, CoachKeys.POSTPONE_LIMIT, null));
    assertThat(row.textProperty().get()).isEqualTo("2");
    assertThat(row.ownProperty().get()).isFalse();
  }

  @Test
  void bothEndsOfTheRestWindowAreSavedTogether() {
    model.restWindow(50, 75);
    assertThat(face.saved)
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
