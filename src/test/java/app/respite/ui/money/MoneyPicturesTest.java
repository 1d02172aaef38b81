package app.respite.ui.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.InMemoryJournal;
import app.respite.ui.OnFx;
import app.respite.ui.Pictures;
import app.respite.ui.theme.Look;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of money over four journals, as pictures. */
@Tag("long")
class MoneyPicturesTest {
  @ParameterizedTest
  @CsvSource({"880,620,1", "880,2400,1", "360,900,1", "360,3200,1", "880,3600,2", "1280,800,1"})
  void everyJournalFitsEveryShape(int width, int height, double scale) {
    for (Look look : Look.values()) {
      picture("money-empty", MoneyJournals::empty, look, width, height, scale, false);
      picture("money-one", MoneyJournals::onePlatform, look, width, height, scale, false);
      picture("money-three", MoneyJournals::threePlatforms, look, width, height, scale, false);
      picture("money-ten-rates", MoneyJournals::tenRates, look, width, height, scale, false);
    }
  }

  @Test
  void whatIsFoldedAwayIsShown() {
    picture("money-open", MoneyJournals::threePlatforms, Look.LIGHT, 880, 3000, 1, true);
    picture("money-open", MoneyJournals::threePlatforms, Look.DARK, 360, 4200, 1, true);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,880", "DARK,360"})
  void whatIsTypedWrongTwiceAndInPlaceIsShown(Look look, int width) {
    WritableImage image =
        OnFx.call(
            () -> {
              try (ShownMoney shown =
                  new ShownMoney(MoneyJournals.threePlatforms(), look, width, 2800, 1).open()) {
                shown.page.requestFocus();
                shown.tabTo("Change 38.40 USD of Appen");
                shown.press(KeyCode.SPACE);
                shown.type(",5");
                shown.page.requestFocus();
                shown.tabTo("Change the terms of Toloka");
                shown.press(KeyCode.SPACE);
                shown.page.requestFocus();
                shown.tabTo("Remove 52.50 USD");
                shown.press(KeyCode.SPACE);
                shown.page.requestFocus();
                shown.tabTo("Amount");
                shown.type("52.5");
                shown.tabTo("Platform");
                shown.press(KeyCode.DOWN);
                shown.press(KeyCode.ENTER);
                shown.type("52.5");
                shown.tabTo("Platform");
                shown.press(KeyCode.DOWN);
                shown.press(KeyCode.ENTER);
                return shown.picture();
              }
            });
    Pictures.write(
        "money-typed-" + look.name().toLowerCase(Locale.ROOT) + "-" + width + "x2800", image);
  }

  private static void picture(
      String name,
      Supplier<InMemoryJournal> journal,
      Look look,
      int width,
      int height,
      double scale,
      boolean open) {
    WritableImage image =
        OnFx.call(
            () -> {
              try (ShownMoney shown =
                  new ShownMoney(journal.get(), look, width, height, scale).open()) {
                if (open) {
                  shown.openAll();
                }
                return shown.picture();
              }
            });
    assertThat(image.getWidth()).isEqualTo(width);
    Pictures.write(
        name
            + "-"
            + look.name().toLowerCase(Locale.ROOT)
            + "-"
            + width
            + "x"
            + height
            + (scale == 1 ? "" : "-scaled"),
        image);
  }
}
