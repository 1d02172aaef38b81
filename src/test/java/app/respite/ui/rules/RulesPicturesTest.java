package app.respite.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.RhythmPreset;
import app.respite.domain.review.Diary;
import app.respite.ui.OnFx;
import app.respite.ui.Pictures;
import app.respite.ui.theme.Look;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of rules as pictures: nothing tried, one rule, a preset over a week, no days yet. */
@Tag("long")
class RulesPicturesTest {
  @ParameterizedTest
  @CsvSource({"880,620", "880,2400", "360,900", "360,4200", "1280,800"})
  void everyStateFitsEveryShape(int width, int height) {
    for (Look look : Look.values()) {
      picture("rules", ShownRules.week(), look, width, height, shown -> {});
      picture(
          "rules-flow",
          ShownRules.week(),
          look,
          width,
          height,
          shown -> shown.press(RhythmPreset.FLOW));
      picture(
          "rules-week",
          ShownRules.week(),
          look,
          width,
          height,
          shown -> {
            shown.press(RhythmPreset.LONG);
            shown.days(7);
          });
      picture(
          "rules-wrong",
          ShownRules.empty(),
          look,
          width,
          height,
          shown -> {
            shown.press(RhythmPreset.SHORT);
            shown.model.row(app.respite.domain.breaks.RestRule.EARLIEST).commit("100m");
            shown.press("#all-keys");
          });
    }
  }

  private static void picture(
      String name, Diary diary, Look look, int width, int height, Consumer<ShownRules> before) {
    WritableImage image =
        OnFx.call(
            () -> {
              try (ShownRules shown = ShownRules.of(diary, look, width, height)) {
                before.accept(shown);
                WritableImage picture = shown.picture();
                assertThat(shown.unreadable()).as(name + " " + width).isEmpty();
                return picture;
              }
            });
    assertThat(image.getWidth()).isEqualTo(width);
    Pictures.write(
        name + "-" + look.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height, image);
  }
}
