package app.respite.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.preview.PreviewCard;
import app.respite.coach.preview.PreviewJson;
import app.respite.coach.preview.RulesPreview;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.RhythmPreset;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.ui.OnFx;
import app.respite.ui.rules.ShownRules.Asked;
import app.respite.ui.theme.Look;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.RangeSlider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules are edited as sentences, seen on one's own days, and in force once they are applied. */
class RulesPageTest {
  static Stream<Consumer<ShownRules>> rules() {
    return Stream.of(
        shown -> shown.press(RhythmPreset.LONG),
        shown -> shown.press(RhythmPreset.FLOW),
        shown -> {
          ((TextField) shown.field("sprint.length")).setText("40");
          ((TextField) shown.field("break.short")).setText("7 min");
          ((TextField) shown.field("rest.resets-after")).setText("8m");
        });
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyFigureShownIsTheOneOfTheJson(Consumer<ShownRules> rules) {
    for (int days : new int[] {1, 7}) {
      OnFx.run(
          () -> {
            try (ShownRules shown = week()) {
              rules.accept(shown);
              shown.days(days);
              Preferences tried = shown.model.triedProperty().get();
              RulesPreview preview = shown.replay(tried, days, (done, all) -> true).orElseThrow();
              Map<String, Object> json = PreviewJson.of(preview);
              List<Map<String, Object>> all = list(json.get("days"));
              assertThat(all).hasSize(days == 1 ? 1 : 5);

              assertThat(texts(shown, ".preview-was")).isEqualTo(told(all.getLast(), "was"));
              assertThat(texts(shown, ".preview-would")).isEqualTo(told(all.getLast(), "would"));
              assertThat(texts(shown, ".preview-changes"))
                  .containsExactly(
                      "Breaks: %d more, %d at another time, %d fewer."
                          .formatted(sum(all, "added"), sum(all, "moved"), sum(all, "dropped")));
              assertThat(texts(shown, "#preview .note"))
                  .containsExactly(preview.basis() + ".", String.valueOf(json.get("assumed")));
              if (days > 1) {
                assertThat(texts(shown, ".preview-days .axis").stream().map(RulesPageTest::plain))
                    .containsExactlyElementsOf(
                        all.stream()
                            .flatMap(day -> Stream.of(folded(day, "was"), folded(day, "would")))
                            .toList());
              }
            }
          });
    }
  }

  private static String folded(Map<String, Object> day, String which) {
    List<String> figures = told(day, which);
    return "breaks %s · longest stretch %s · rest %s · most tired %s".formatted(figures.toArray());
  }

  private static String plain(String text) {
    return text.replace('\u00a0', ' ');
  }

  private static long sum(List<Map<String, Object>> days, String name) {
    return days.stream().mapToLong(day -> ((Number) day.get(name)).longValue()).sum();
  }

  /** A day of the JSON as it is told: whole minutes, tiredness on the scale of the ratings. */
  private static List<String> told(Map<String, Object> day, String which) {
    Map<String, Object> figures = map(day.get(which));
    Map<String, Object> peak = map(figures.get("peakFatigue"));
    return List.of(
        String.valueOf(figures.get("breaks")),
        minutes(figures.get("longestStretchSeconds")),
        minutes(figures.get("restSeconds")),
        "about %d/10 (%d to %d)"
            .formatted(whole(peak.get("mid")), whole(peak.get("low")), whole(peak.get("high"))));
  }

  private static long whole(Object rating) {
    return Math.round(((Number) rating).doubleValue());
  }

  private static String minutes(Object seconds) {
    long minutes = Math.round(((Number) seconds).longValue() / 60.0);
    return minutes < 60
        ? minutes + " min"
        : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  @Test
  void bothDayLinesAreToldInWordsToo() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            shown.press(RhythmPreset.FLOW);
            assertThat(shown.nodes(".timeline").stream().map(Node::getAccessibleText))
                .satisfiesExactly(
                    was -> assertThat(was).startsWith("As it was: 08:40 to 10:27, work, Boxes"),
                    would ->
                        assertThat(would)
                            .startsWith("Under these rules: 08:40 to 10:10, work, Boxes"));
          }
        });
  }

  @Test
  void whereNothingIsTriedNothingIsReplayedAndNothingCanBeApplied() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            assertThat(shown.asked).isEmpty();
            assertThat(shown.inSight("#apply")).isFalse();
            shown.press(RhythmPreset.CLASSIC);
            assertThat(shown.asked).isEmpty();
          }
        });
  }

  @ParameterizedTest
  @EnumSource(RhythmPreset.class)
  void aPresetIsTriedAndSavedOnlyOnceItIsApplied(RhythmPreset preset) {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            shown.press(preset);
            assertThat(chosen(shown)).containsExactly(preset.word());
            assertThat(shown.face.saved).isEmpty();
            if (preset != RhythmPreset.CLASSIC) {
              shown.press("#apply");
              assertThat(shown.face.saved).isNotEmpty();
            }
            assertThat(preset.holds(shown.face.preferences)).isTrue();
            assertThat(shown.inSight("#apply")).isFalse();
          }
        });
  }

  private static List<String> chosen(ShownRules shown) {
    return shown.nodes(".preset").stream()
        .map(ToggleButton.class::cast)
        .filter(ToggleButton::isSelected)
        .map(ToggleButton::getText)
        .toList();
  }

  @Test
  void whatIsRevertedLeavesNoDraftAndNoReplay() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            shown.press(RhythmPreset.LONG);
            assertThat(texts(shown, "#drafted"))
                .containsExactly("3 rules changed, not in force yet");
            shown.press("#revert");
            assertThat(shown.face.saved).isEmpty();
            assertThat(shown.inSight("#apply")).isFalse();
            assertThat(shown.nodes(".timeline")).isEmpty();
            assertThat(((TextField) shown.field("sprint.length")).getText()).isEqualTo("25 min");
          }
        });
  }

  @Test
  void whatIsTypedIsTriedAsFarAsItIsPossible() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            TextField sprint = (TextField) shown.field("sprint.length");
            sprint.requestFocus();
            sprint.setText("4");
            sprint.setText("40");
            assertThat(sprint.getText()).isEqualTo("40");
            assertThat(tried(shown)).isEqualTo(Duration.ofMinutes(40));
            sprint.setText("40 x");
            assertThat(errors(shown))
                .containsExactly(
                    "Not possible. Allowed: " + SprintBreakRule.SPRINT.type().allowed());
            assertThat(tried(shown)).isEqualTo(Duration.ofMinutes(40));
            sprint.setText("1 hour");
            assertThat(errors(shown)).isEmpty();
            shown.key(KeyCode.ENTER, false);
            assertThat(sprint.getText()).isEqualTo("60 min");
            assertThat(sprint.getAccessibleHelp())
                .startsWith("sprint.length = 1h\nAllowed: a length of time from 1m to 4h")
                .endsWith("In force: 25m.");
          }
        });
  }

  private static Duration tried(ShownRules shown) {
    return shown.model.triedProperty().get().get(SprintBreakRule.SPRINT);
  }

  private static List<String> errors(ShownRules shown) {
    return shown.nodes(".rule-sentence").stream()
        .flatMap(flow -> flow.getParent().getChildrenUnmodifiable().stream())
        .filter(node -> node.getStyleClass().contains("error-text") && node.isVisible())
        .map(node -> ((Label) node).getText())
        .toList();
  }

  @Test
  void aRuleIsTriedAndAppliedByTheKeyboardAlone() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            shown.field("sprint.length").requestFocus();
            shown.key(KeyCode.UP, false);
            shown.key(KeyCode.UP, false);
            assertThat(tried(shown)).isEqualTo(Duration.ofMinutes(35));
            shown.key(KeyCode.DOWN, false);
            shown.key(KeyCode.ENTER, true);
            assertThat(shown.face.saved)
                .containsExactly(new Edit(null, SprintBreakRule.SPRINT, "30m"));
            assertThat(shown.focused()).isEqualTo(shown.field("sprint.length"));
          }
        });
  }

  @Test
  void theSliderAndTheSentenceSayTheSameWindow() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            RangeSlider slider = (RangeSlider) shown.node(".range-slider");
            slider.setLowValue(51.3);
            assertThat(((TextField) shown.field("rest.earliest")).getText()).isEqualTo("50 min");
            shown.model.restWindow(100, 115);
            assertThat(slider.getLowValue()).isEqualTo(100);
            assertThat(slider.getHighValue()).isEqualTo(115);
          }
        });
  }

  @Test
  void theNewestRulesAreAnsweredAndNothingElse() {
    OnFx.run(
        () -> {
          try (ShownRules shown = ShownRules.waiting(ShownRules.week())) {
            shown.model.row(SprintBreakRule.SPRINT).commit("30m");
            shown.model.row(SprintBreakRule.SPRINT).commit("40m");
            shown.model.row(SprintBreakRule.SPRINT).commit("50m");
            assertThat(shown.asked).hasSize(1);
            Asked first = shown.asked.getFirst();
            assertThat(first.progress().goOn(0, 1)).isFalse();
            // It had its answer already when it was told to stop.
            first.answer().accept(shown.replay(first.tried(), 1, (done, all) -> true));
            assertThat(shown.nodes(".timeline")).isEmpty();

            assertThat(shown.asked).hasSize(2);
            assertThat(shown.asked.getLast().tried().get(SprintBreakRule.SPRINT))
                .isEqualTo(Duration.ofMinutes(50));
            shown.answer(shown.asked.getLast());
            assertThat(texts(shown, ".preview-would"))
                .isEqualTo(would(shown, shown.asked.getLast().tried()));
            assertThat(shown.asked).hasSize(2);
          }
        });
  }

  private static List<String> would(ShownRules shown, Preferences tried) {
    return PreviewCard.figures(
        shown.replay(tried, 1, (done, all) -> true).orElseThrow().days().getLast().would());
  }

  @Test
  void afterASecondTheReplayTellsHowFarItIsAndCanBeEnded() {
    OnFx.run(
        () -> {
          try (ShownRules shown = ShownRules.waiting(ShownRules.week())) {
            shown.days(30);
            shown.press(RhythmPreset.FLOW);
            Asked asked = shown.asked.getFirst();
            asked.progress().goOn(3, 30);
            assertThat(shown.inSight("#preview .progress-bar")).isFalse();
            shown.later.forEach(Runnable::run);
            asked.progress().goOn(4, 30);
            assertThat(shown.inSight("#preview .progress-bar")).isTrue();
            assertThat(texts(shown, "#preview .quiet")).contains("Replaying day 5 of 30");

            button(shown, "Cancel");
            assertThat(asked.progress().goOn(5, 30)).isFalse();
            shown.answer(asked);
            assertThat(shown.nodes(".timeline")).isEmpty();
            button(shown, "Replay again");
            shown.answer(shown.asked.getLast());
            assertThat(shown.nodes(".timeline")).hasSize(2);
          }
        });
  }

  private static void button(ShownRules shown, String text) {
    shown.nodes("#preview .button").stream()
        .map(javafx.scene.control.Button.class::cast)
        .filter(button -> button.getText().equals(text))
        .findFirst()
        .orElseThrow()
        .fire();
    shown.layOut();
  }

  @Test
  void whoHasNotWorkedYetIsToldWhatWillBeHere() {
    OnFx.run(
        () -> {
          try (ShownRules shown = ShownRules.of(ShownRules.empty(), Look.LIGHT, 880, 620)) {
            shown.press(RhythmPreset.LONG);
            assertThat(texts(shown, "#preview .quiet").toString()).contains("No day with work yet");
          }
        });
  }

  @Test
  void inANarrowWindowTheDaysAreBelowTheRules() {
    OnFx.run(
        () -> {
          try (ShownRules shown = ShownRules.of(ShownRules.week(), Look.LIGHT, 360, 900)) {
            assertThat(shown.inSight("#preview")).isFalse();
            shown.press(RhythmPreset.LONG);
            assertThat(shown.nodes(".timeline")).hasSize(2);
          }
        });
  }

  @Test
  void everyRuleStandsInOneSentence() {
    List<String> inSentences =
        Stream.of(RuleWords.values())
            .flatMap(part -> part.sentences().stream())
            .flatMap(words -> RuleSentence.keys(words).stream())
            .toList();
    assertThat(inSentences)
        .containsExactlyInAnyOrderElementsOf(
            SettingCatalog.all().stream()
                .filter(key -> SettingGroup.of(key).isOfRules())
                .map(SettingKey::name)
                .toList());
  }

  @Test
  void everyKeyThereIsCanBeFoundAmongAllKeys() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            shown.press("#all-keys");
            Node keys = shown.node("#search-keys").getParent();
            TextField search = (TextField) shown.node("#search-keys");
            assertThat(found(keys)).hasSize(SettingCatalog.all().size());
            for (SettingKey<?> key : SettingCatalog.all()) {
              search.setText(key.name().toUpperCase(Locale.ROOT));
              assertThat(found(keys)).anyMatch(help -> help.startsWith(key.name() + " in "));
            }
            search.setText("tax estimated");
            assertThat(found(keys)).hasSize(1);
            search.setText("no such thing");
            assertThat(found(keys)).isEmpty();
          }
        });
  }

  private static List<String> found(Node keys) {
    return keys.lookupAll(".setting").stream()
        .filter(Node::isVisible)
        .map(row -> row.lookup(".setting-help").getAccessibleHelp())
        .toList();
  }

  @Test
  void whatIsNoRuleHoldsAtOnce() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            shown.model.row(CoachKeys.THEME).commit("dark");
            assertThat(shown.face.saved).containsExactly(new Edit(null, CoachKeys.THEME, "dark"));
            CheckBox login = (CheckBox) shown.node("#start-at-login");
            login.fire();
            assertThat(shown.face.startsAtLogin).isTrue();
          }
        });
  }

  @Test
  void inFlowNoSentenceIsAboutSprints() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            @SuppressWarnings("unchecked")
            ChoiceBox<String> rhythm = (ChoiceBox<String>) shown.field("rhythm");
            rhythm.setValue("flow");
            assertThat(shown.model.triedProperty().get().get(CoachKeys.RHYTHM))
                .isEqualTo(CoachKeys.Rhythm.FLOW);
            assertThat(
                    Objects.requireNonNull(shown.field("sprint.length").getParent().getParent())
                        .isVisible())
                .isFalse();
          }
        });
  }

  @Test
  void everyControlIsNamedForWhoHearsThePage() {
    OnFx.run(
        () -> {
          try (ShownRules shown = week()) {
            assertThat(
                    shown.nodes(".rule-field").stream()
                        .map(Node::getAccessibleText)
                        .collect(Collectors.toSet()))
                .doesNotContainNull()
                .hasSize(shown.nodes(".rule-field").size());
          }
        });
  }

  private static ShownRules week() {
    return ShownRules.of(ShownRules.week(), Look.LIGHT, 880, 620);
  }

  private static List<String> texts(ShownRules shown, String selector) {
    return shown.nodes(selector).stream()
        .filter(Label.class::isInstance)
        .map(node -> ((Label) node).getText())
        .toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object json) {
    return (Map<String, Object>) json;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object json) {
    return (List<Map<String, Object>>) json;
  }
}
