package app.respite.ui.money;

import app.respite.domain.text.Figures;
import app.respite.ui.kit.Chart;
import app.respite.ui.kit.Nodes;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;

/** What was earned and what landed in each month, in one currency, as pairs of bars from 0 up. */
final class MonthsChart extends Chart {
  private static final double PLOT = 128;
  private static final double VALUE = 18;
  private static final double MONTHS = 18;
  private static final double WIDEST = 22;

  /** A month of it. */
  record Bar(YearMonth month, BigDecimal earned, BigDecimal landed) {}

  private record Drawn(Bar bar, Region earned, Region landed, Label value, Label month) {}

  private final List<Drawn> months = new ArrayList<>();
  private final Line ground = new Line();
  private final double most;

  MonthsChart(List<Bar> bars, String currency) {
    getStyleClass().add("months-chart");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(200);
    ground.getStyleClass().add("timeline-tick");
    getChildren().add(ground);
    double highest = 0;
    List<String> words = new ArrayList<>();
    for (Bar bar : bars) {
      Region earned = new Region();
      earned.getStyleClass().add("bar-earned");
      Region landed = new Region();
      landed.getStyleClass().add("bar-landed");
      String said =
          name(bar.month(), TextStyle.FULL)
              + " "
              + bar.month().getYear()
              + ": earned "
              + Figures.money(bar.earned(), currency)
              + ", landed "
              + Figures.money(bar.landed(), currency);
      words.add(said);
      Nodes.tip(earned, said);
      Nodes.tip(landed, said);
      BigDecimal higher = bar.earned().max(bar.landed());
      Label value = Nodes.label(Figures.whole(higher.doubleValue()), "axis");
      value.setVisible(higher.signum() > 0);
      Label month = Nodes.label(name(bar.month(), TextStyle.SHORT), "axis");
      months.add(new Drawn(bar, earned, landed, value, month));
      getChildren().addAll(earned, landed, value, month);
      highest = Math.max(highest, higher.doubleValue());
    }
    most = highest > 0 ? highest : 1;
    setAccessibleText(String.join("; ", words));
  }

  private static String name(YearMonth month, TextStyle style) {
    return month.getMonth().getDisplayName(style, Locale.ENGLISH);
  }

  @Override
  protected double computePrefHeight(double width) {
    return VALUE + PLOT + MONTHS;
  }

  private double y(BigDecimal amount) {
    return VALUE + PLOT * (1 - Math.max(0, amount.doubleValue()) / most);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double floor = Math.floor(VALUE + PLOT) + 0.5;
    ground.setStartX(0);
    ground.setEndX(width);
    ground.setStartY(floor);
    ground.setEndY(floor);
    double slot = width / months.size();
    double wide = Math.clamp(Math.floor(slot / 2 - 3), 3, WIDEST);
    double names = months.stream().mapToDouble(one -> one.month().prefWidth(-1)).max().orElse(0);
    int step = (int) Math.ceil((names + 4) / slot);
    double free = 0;
    for (int i = 0; i < months.size(); i++) {
      Drawn one = months.get(i);
      double middle = slot * (i + 0.5);
      double left = Math.rint(middle - wide - 1);
      bar(one.earned(), one.bar().earned(), left, wide, floor);
      bar(one.landed(), one.bar().landed(), left + wide + 2, wide, floor);
      double words = one.value().prefWidth(-1);
      boolean more = one.bar().earned().compareTo(one.bar().landed()) >= 0;
      double above = left + wide / 2 + (more ? 0 : wide + 2);
      double at = Math.clamp(above - words / 2, 0, Math.max(0, width - words));
      boolean some = one.bar().earned().max(one.bar().landed()).signum() > 0;
      boolean fits = some && at >= free;
      one.value().setVisible(fits);
      double top = Math.rint(y(one.bar().earned().max(one.bar().landed())));
      one.value().resizeRelocate(at, top - VALUE + 1, words, VALUE - 2);
      free = fits ? at + words + 3 : free;
      double named = one.month().prefWidth(-1);
      one.month().setVisible((months.size() - 1 - i) % step == 0);
      one.month()
          .resizeRelocate(
              Math.clamp(middle - named / 2, 0, Math.max(0, width - named)),
              floor + 2,
              named,
              MONTHS - 2);
    }
  }

  private void bar(Region bar, BigDecimal amount, double left, double wide, double floor) {
    double top = Math.rint(y(amount));
    bar.setVisible(amount.signum() > 0);
    bar.resizeRelocate(left, top, wide, Math.max(2, floor - 0.5 - top));
  }
}
