package app.respite.ui.rules;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.time.Durations;
import app.respite.ui.rules.SettingsViewModel.Row;
import java.time.Duration;
import javafx.geometry.Insets;
import javafx.scene.layout.VBox;
import org.controlsfx.control.RangeSlider;

/** Both ends of the window in which a rest is advised, on one slider. */
final class RestWindow extends VBox {
  private static final int STEP = 5;

  private final RangeSlider slider = new RangeSlider(45, 120, 60, 90);
  private final SettingsViewModel model;
  private boolean filling;

  RestWindow(SettingsViewModel model) {
    this.model = model;
    slider.setMajorTickUnit(15);
    slider.setMinorTickCount(2);
    slider.setBlockIncrement(STEP);
    slider.setShowTickMarks(true);
    slider.setShowTickLabels(true);
    slider.setMaxWidth(420);
    slider.setMinWidth(160);
    slider.setAccessibleText(
        "The window of work since the last rest in which a rest is advised, in minutes");
    setPadding(new Insets(0, 8, 0, 8));
    setFillWidth(true);
    getChildren().add(slider);
    for (var end : new Row[] {model.row(RestRule.EARLIEST), model.row(RestRule.LATEST)}) {
      end.textProperty().addListener(changed -> fill());
    }
    slider.lowValueProperty().addListener(changed -> take());
    slider.highValueProperty().addListener(changed -> take());
    fill();
  }

  private void fill() {
    if (filling) {
      return;
    }
    filling = true;
    double low = minutes(model.row(RestRule.EARLIEST));
    double high = minutes(model.row(RestRule.LATEST));
    // Neither end can pass the other one, so that the order matters.
    if (low > slider.getHighValue()) {
      slider.setHighValue(high);
      slider.setLowValue(low);
    } else {
      slider.setLowValue(low);
      slider.setHighValue(high);
    }
    filling = false;
  }

  private void take() {
    if (!filling) {
      filling = true;
      model.restWindow(whole(slider.getLowValue()), whole(slider.getHighValue()));
      filling = false;
    }
  }

  private static long whole(double minutes) {
    return Math.round(minutes / STEP) * STEP;
  }

  private static double minutes(Row row) {
    return Durations.parse(row.textProperty().get()).orElse(Duration.ofHours(1)).toSeconds() / 60.0;
  }
}
