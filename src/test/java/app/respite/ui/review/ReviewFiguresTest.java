package app.respite.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.ReviewJson;
import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.FiguresCard;
import app.respite.coach.review.Part;
import app.respite.coach.review.ReviewCard;
import app.respite.coach.review.ReviewCards;
import app.respite.domain.review.Review;
import app.respite.domain.text.Figures;
import app.respite.ui.OnFx;
import app.respite.ui.kit.Digits;
import app.respite.ui.theme.Look;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands on the page is what {@code review --json} says, rounded for reading. */
class ReviewFiguresTest {
  /** The page with every card in sight. */
  private static Shown unfolded(Review review, Look look, int width, int height) {
    return unfolded(review, asked -> List.of(), look, width, height);
  }

  private static Shown unfolded(
      Review review,
      Function<Asked, List<CardContent>> explanations,
      Look look,
      int width,
      int height) {
    Shown shown = Shown.of(review, explanations, look, width, height);
    shown.unfoldAll();
    return shown;
  }

  static Stream<Review> journals() {
    return Stream.of(
        ReviewJournals.empty(),
        ReviewJournals.firstMorning(),
        ReviewJournals.lastDay(),
        ReviewJournals.lastDayWithoutAPattern());
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void everyFigureIsTheOneOfTheJson(Review review) {
    Map<String, Object> json = json(review);
    Map<String, String> shown =
        OnFx.call(
            () -> {
              try (Shown page = unfolded(review, Look.LIGHT, 880, 620)) {
                return figures(page);
              }
            });
    Map<String, String> expected = expected(json);
    expected.putAll(ofCardsWithFiguresOfTheirOwn(review));
    assertThat(shown).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void everyBarAndEveryMarkIsOneOfTheJson(Review review) {
    Map<String, Object> json = json(review);
    ZoneId zone = ZoneId.of(text(json, "zone"));
    List<String> bars = new ArrayList<>();
    for (Map<String, Object> task : list(json, "tasks")) {
      for (Map<String, Object> sprint : list(json, "sprints")) {
        if (sprint.get("itemsPerHour") != null && sprint.get("task").equals(task.get("task"))) {
          bars.add(rate(sprint.get("itemsPerHour")));
        }
      }
    }
    List<Double> marks =
        list(json, "ratings").stream().map(mark -> number(mark.get("fatigue"))).toList();
    OnFx.run(
        () -> {
          try (Shown page = unfolded(review, Look.LIGHT, 880, 620)) {
            assertThat(texts(page.page.getContent(), ".pace-value"))
                .containsExactlyElementsOf(bars);
            List<Circle> rings = new ArrayList<>();
            page.page
                .getContent()
                .lookupAll(".fatigue-mark")
                .forEach(ring -> rings.add((Circle) ring));
            assertThat(rings.stream().map(ReviewFiguresTest::rating))
                .containsExactlyElementsOf(marks);
            if (marks.isEmpty()) {
              return;
            }
            Node plot = page.page.getContent().lookup(".fatigue-plot");
            for (Map<String, Object> mark : list(json, "ratings")) {
              assertThat(plot.getAccessibleText())
                  .contains(clock(mark.get("at"), zone) + ", told " + mark.get("fatigue") + "/10");
            }
          }
        });
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void theSprintsBehindAFigureAreThoseOfTheJson(Review review) {
    Map<String, Object> json = json(review);
    ZoneId zone = ZoneId.of(text(json, "zone"));
    List<String> rows = list(json, "sprints").stream().map(sprint -> row(sprint, zone)).toList();
    for (int width : new int[] {880, 360}) {
      OnFx.run(
          () -> {
            try (Shown page = unfolded(review, Look.DARK, width, 900)) {
              page.openAll();
              List<String> ofTheDay = new ArrayList<>();
              Node list = page.page.getContent().lookup(".sprint-list");
              if (list != null) {
                collect(list, ofTheDay);
              }
              assertThat(ofTheDay).containsExactlyElementsOf(rows);
            }
          });
    }
  }

  @Test
  void aPressOnAnAmountShowsItsSprintsAndTheirSum() {
    Review review = ReviewJournals.lastDay();
    String earned =
        review.tasks().stream()
            .filter(task -> task.task().equals("Boxes"))
            .map(task -> Figures.money(task.pay().earned().amounts().get("USD"), "USD"))
            .findFirst()
            .orElseThrow();
    OnFx.run(
        () -> {
          try (Shown page = unfolded(review, ReviewJournals::explain, Look.LIGHT, 880, 620)) {
            ToggleButton amount =
                page.page.getContent().lookupAll(".explained").stream()
                    .map(ToggleButton.class::cast)
                    .filter(one -> one.getAccessibleText().equals(earned + " earned"))
                    .findFirst()
                    .orElseThrow();
            amount.fire();
            page.layOut();
            Node place =
                page.page.getContent().lookupAll(".explanation").stream()
                    .filter(Node::isVisible)
                    .findFirst()
                    .orElseThrow();
            assertThat(digits(place)).contains(earned);
            long sprints =
                review.sprints().stream()
                    .filter(one -> one.sprint().task().equals(review.tasks().getFirst().id()))
                    .filter(one -> one.items() != null)
                    .count();
            assertThat(digits(place))
                .filteredOn(text -> text.equals("0.05"))
                .hasSize((int) sprints);
            amount.fire();
            assertThat(place.isVisible()).isFalse();
          }
        });
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void nothingIsCutAtTheSideOfANarrowWindow(Review review) {
    OnFx.run(
        () -> {
          try (Shown page = unfolded(review, Look.DARK, 360, 900)) {
            for (Node card : page.page.getContent().lookupAll(".card")) {
              Bounds there = card.localToScene(card.getLayoutBounds());
              assertThat(there.getMaxX()).as(String.valueOf(card)).isLessThanOrEqualTo(360);
            }
          }
        });
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void theSentencesSayTheJsonsNumbers(Review review) {
    Map<String, Object> json = json(review);
    String said =
        OnFx.call(
            () -> {
              try (Shown page = unfolded(review, Look.LIGHT, 880, 620)) {
                return String.join("\n", texts(page.page.getContent(), ".label"));
              }
            });
    Map<String, Object> fatigue = map(json, "fatigue");
    if (fatigue != null) {
      assertThat(said).contains(text(fatigue, "sentence"));
      boolean own = !List.of("unknown", "learning").contains(fatigue.get("tier"));
      if (fatigue.get("pattern").equals(true) && !own) {
        assertThat(said).contains("typical pattern, not yet yours");
      }
      if (fatigue.get("pattern").equals(false)) {
        assertThat(said).contains("No pattern was found").doesNotContain("Build-up");
      }
    }
    for (Map<String, Object> task : list(json, "tasks")) {
      Map<String, Object> band = map(task, "usualBand");
      if (task.get("itemsPerHour") != null) {
        assertThat(said)
            .contains(rate(task.get("itemsPerHour")) + " items/h on " + task.get("task"));
        assertThat(said)
            .contains(
                band.get("low") == null
                    ? "Usual pace shows after 8 sprints with items; "
                        + (number(band.get("sprints")) == 0 ? "none" : band.get("sprints"))
                        + " so far"
                    : "Usually "
                        + rate(band.get("low"))
                        + " to "
                        + rate(band.get("high"))
                        + " items/h (8 in 10 of "
                        + band.get("sprints")
                        + " earlier sprints)");
      }
    }
    Map<String, Object> watch = map(json, "watch");
    if (watch != null && !list(json, "sprints").isEmpty()) {
      boolean learning = watch.get("state").equals("learning");
      for (Map<String, Object> channel : list(watch, "channels")) {
        // One sentence has the days of them all until something can be held against them.
        assertThat(said)
            .contains(learning ? " " + channel.get("days") + " " : "• " + channel.get("evidence"));
      }
      if (watch.get("card") != null) {
        assertThat(said)
            .contains(String.valueOf(watch.get("card")).lines().findFirst().orElseThrow());
      }
    }
  }

  @Test
  void withoutAPatternTheLineIsFlat() {
    OnFx.run(
        () -> {
          try (Shown page =
              unfolded(ReviewJournals.lastDayWithoutAPattern(), Look.LIGHT, 880, 620)) {
            Path line = (Path) page.page.getContent().lookup(".fatigue-line");
            assertThat(line.getElements()).hasSize(2);
            assertThat(line.getBoundsInLocal().getHeight()).isLessThan(4);
          }
          try (Shown page = unfolded(ReviewJournals.lastDay(), Look.LIGHT, 880, 620)) {
            Path line = (Path) page.page.getContent().lookup(".fatigue-line");
            assertThat(line.getBoundsInLocal().getHeight()).isGreaterThan(10);
          }
        });
  }

  @Test
  void anEmptyJournalSaysWhatWillBeHereAndNothingElse() {
    OnFx.run(
        () -> {
          try (Shown page = unfolded(ReviewJournals.empty(), Look.LIGHT, 880, 620)) {
            assertThat(page.page.getContent().lookupAll(".card")).hasSize(1);
            assertThat(texts(page.page.getContent(), ".said"))
                .containsExactly(
                    "Nothing was recorded on this day. Its hours, tiredness, pace, rest and pay"
                        + " stand here once a sprint was.");
          }
        });
  }

  @Test
  void everyToggleIsReachableAndNamed() {
    OnFx.run(
        () -> {
          try (Shown page = unfolded(ReviewJournals.lastDay(), Look.LIGHT, 880, 620)) {
            var toggles =
                page.page.getContent().lookupAll(".disclose").stream()
                    .filter(one -> !one.getStyleClass().contains("fold"))
                    .toList();

            assertThat(toggles)
                .isNotEmpty()
                .allMatch(Node::isFocusTraversable)
                .allMatch(one -> one.getAccessibleText().startsWith("Show the sprints behind "));
            assertThat(page.page.getContent().lookupAll(".fold"))
                .isNotEmpty()
                .allMatch(Node::isFocusTraversable)
                .allMatch(one -> one.getAccessibleText().equals(((ToggleButton) one).getText()));
          }
        });
  }

  /** How these are rounded is for each card's own test. */
  private static Map<String, String> ofCardsWithFiguresOfTheirOwn(Review review) {
    Map<String, String> figures = new LinkedHashMap<>();
    for (ReviewCard card : ReviewCards.ALL) {
      if (card instanceof FiguresCard<?>) {
        card.page(review).ifPresent(content -> put(figures, content));
      }
    }
    return figures;
  }

  private static void put(Map<String, String> figures, CardContent content) {
    String name = "";
    for (Part part : content.parts()) {
      String before = content.title() + "/" + name;
      if (part instanceof Part.Name one) {
        name = one.name() + "/";
      } else if (part instanceof Part.FigureRow row) {
        row.figures().forEach(one -> figures.put(before + one.caption(), one.value()));
      } else if (part instanceof Part.Bars bars) {
        bars.bars().forEach(one -> figures.put(before + one.caption(), one.value()));
      }
    }
  }

  private static Map<String, String> expected(Map<String, Object> json) {
    Map<String, String> figures = new LinkedHashMap<>();
    Map<String, Object> day = list(json, "days").getLast();
    boolean empty = list(json, "sprints").isEmpty() && number(day.get("workSeconds")) == 0;
    if (!empty) {
      tiles(figures, json, day);
      figures.put("Time and tiredness/work", length(day.get("workSeconds")));
      some(figures, "Time and tiredness/breaks", day.get("breakSeconds"));
      some(figures, "Time and tiredness/natural rest", day.get("naturalRestSeconds"));
      some(figures, "Time and tiredness/paused", day.get("pausedSeconds"));
      some(figures, "Time and tiredness/idle", day.get("idleSeconds"));
      some(figures, "Time and tiredness/away", day.get("awaySeconds"));
      some(figures, "Time and tiredness/waiting to start", day.get("readySeconds"));
      for (Map<String, Object> task : list(json, "tasks")) {
        pace(figures, task);
        pay(figures, "Pay/" + name(task) + "/", task);
      }
      for (Map<String, Object> platform : list(json, "platforms")) {
        long tasks =
            list(json, "tasks").stream()
                .filter(task -> task.get("platform").equals(platform.get("platform")))
                .count();
        if (tasks > 1) {
          String row = "Pay/All of " + platform.get("platform") + "/";
          money(figures, row + "per work hour", platform.get("perWorkHour"));
          money(figures, row + "per present hour", platform.get("perPresentHour"));
          money(figures, row + "earned", platform.get("earned"));
        }
      }
      figures.put(
          "Rest/of rest",
          length(number(day.get("breakSeconds")) + number(day.get("naturalRestSeconds"))));
      count(figures, "Rest/", day.get("breaksTaken"), "break taken", "breaks taken");
      count(figures, "Rest/", day.get("breaksNatural"), "natural break", "natural breaks");
      count(figures, "Rest/", day.get("breaksPostponed"), "put off", "put off");
      count(figures, "Rest/", day.get("breaksSkipped"), "skipped", "skipped");
      count(
          figures,
          "Rest/",
          map(map(json, "streaks"), "restKept").get("current"),
          "day with rest kept",
          "days in a row with rest kept");
    }
    Map<String, Object> load = map(json, "load");
    if (load != null) {
      if (load.get("usualHours") == null) {
        figures.put("Weeks/in these seven days", length(3600 * number(load.get("weekHours")), 5));
      } else {
        figures.put("Weeks/these seven days", length(3600 * number(load.get("weekHours")), 5));
        figures.put("Weeks/a usual week", length(3600 * number(load.get("usualHours")), 5));
      }
      if (load.get("daysOff") != null) {
        int off = (int) number(load.get("daysOff"));
        figures.put("Weeks/" + (off == 1 ? "day off" : "days off"), Integer.toString(off));
      }
      if (load.get("ratedShare") != null) {
        figures.put(
            "Weeks/of the work with its effort told", percent(number(load.get("ratedShare"))));
      }
    }
    return figures;
  }

  /** The four figures of the first look. */
  private static void tiles(
      Map<String, String> figures, Map<String, Object> json, Map<String, Object> day) {
    list(json, "tasks").stream()
        .filter(task -> task.get("itemsPerHour") != null)
        .max(Comparator.comparingDouble(task -> number(task.get("workSeconds"))))
        .ifPresentOrElse(
            task ->
                figures.put("Pace/items/h on " + task.get("task"), rate(task.get("itemsPerHour"))),
            () -> figures.put("Pace/", "not known"));
    double rest = number(day.get("breakSeconds")) + number(day.get("naturalRestSeconds"));
    double work = number(day.get("workSeconds"));
    figures.put(
        work == 0
            ? "Rest/of rest"
            : "Rest/of rest, " + length(3600 * rest / work) + " an hour of work",
        length(rest));
    double present = work + rest + number(day.get("readySeconds"));
    Map<?, ?> earned = (Map<?, ?>) day.get("earned");
    if (earned.isEmpty()) {
      figures.put("Pay/", "none told");
    }
    earned.forEach(
        (currency, amount) -> {
          Map<String, String> hourly = new LinkedHashMap<>();
          BigDecimal hour =
              ((BigDecimal) amount)
                  .multiply(BigDecimal.valueOf(3600))
                  .divide(BigDecimal.valueOf(present), 6, RoundingMode.HALF_UP);
          money(hourly, "hour", Map.of(currency, hour));
          money(figures, "Pay/" + hourly.get("hour") + " a present hour", Map.of(currency, amount));
        });
    Map<String, Object> load = map(json, "load");
    figures.put(
        load == null ? "Week/" : "Week/of work in these seven days",
        load == null ? "not known" : length(3600 * number(load.get("weekHours")), 5));
  }

  private static void pace(Map<String, String> figures, Map<String, Object> task) {
    if (task.get("itemsPerHour") == null) {
      return;
    }
    String row = "Pace/" + name(task) + "/";
    figures.put(row + "items/h", rate(task.get("itemsPerHour")));
    int items = (int) number(task.get("items"));
    figures.put(row + (items == 1 ? "item" : "items"), Integer.toString(items));
    if (task.get("medianSecondsPerItem") != null) {
      figures.put(row + "an item, median", rate(task.get("medianSecondsPerItem")) + " s");
    }
    if (task.get("rejectedRate") != null && number(task.get("rejected")) > 0) {
      double rejected = number(task.get("rejected"));
      double decided = rejected / number(task.get("rejectedRate"));
      figures.put(
          row
              + "rejected, of "
              + Math.round(decided)
              + " decided"
              + longRun(rejected, Math.round(decided)),
          exactly(number(task.get("rejectedRate"))));
    }
  }

  private static void pay(Map<String, String> figures, String row, Map<String, Object> task) {
    money(figures, row + "per work hour", task.get("perWorkHour"));
    money(figures, row + "per present hour", task.get("perPresentHour"));
    money(figures, row + "earned", task.get("earned"));
    money(figures, row + "not decided yet", task.get("pending"));
    money(figures, row + "to set aside", task.get("setAside"));
  }

  private static void money(Map<String, String> figures, String key, Object amounts) {
    ((Map<?, ?>) amounts)
        .forEach(
            (currency, amount) ->
                figures.put(
                    key,
                    ((BigDecimal) amount).setScale(2, RoundingMode.HALF_UP).toPlainString()
                        + " "
                        + currency));
  }

  private static void some(Map<String, String> figures, String key, Object seconds) {
    if (number(seconds) > 0) {
      figures.put(key, length(seconds));
    }
  }

  private static void count(
      Map<String, String> figures, String card, Object count, String one, String many) {
    long number = (long) number(count);
    if (number > 0) {
      figures.put(card + (number == 1 ? one : many), Long.toString(number));
    }
  }

  private static String length(Object seconds) {
    return length(seconds, 1);
  }

  private static String length(Object seconds, int step) {
    double exact = number(seconds);
    long minutes = step * Math.round(exact / 60 / step);
    if (minutes == 0) {
      return exact > 0 ? "under " + step + " min" : "0 min";
    }
    String rest = minutes % 60 + " min";
    return minutes < 60 ? rest : minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + rest);
  }

  private static String rate(Object rate) {
    double perHour = number(rate);
    return perHour < 10
        ? new BigDecimal(perHour).setScale(1, RoundingMode.HALF_UP).toPlainString()
        : new BigDecimal(perHour).setScale(0, RoundingMode.HALF_UP).toPlainString();
  }

  private static String exactly(double share) {
    String tenths = String.format(Locale.ROOT, share < 0.095 ? "%.1f" : "%.0f", share * 100);
    return tenths.replace(".0", "") + " %";
  }

  private static String longRun(double rejected, double decided) {
    double share = rejected / decided;
    double spread = 3.8414588 / decided;
    double reach = 1.959964 * Math.sqrt(share * (1 - share) / decided + spread / 4 / decided);
    return decided >= 400
        ? ""
        : String.format(
            Locale.ROOT,
            "; may be %.0f to %.0f %% in the long run",
            100 * Math.max(0, (share + spread / 2 - reach) / (1 + spread)),
            100 * Math.min(1, (share + spread / 2 + reach) / (1 + spread)));
  }

  private static String percent(double share) {
    return share >= 1 ? "100 %" : "about " + 5 * Math.round(share * 20) + " %";
  }

  private static String name(Map<String, Object> task) {
    return task.get("platform").equals("")
        ? text(task, "task")
        : task.get("task") + " · " + task.get("platform");
  }

  private static String row(Map<String, Object> sprint, ZoneId zone) {
    Object items = sprint.get("items");
    Object rate = sprint.get("itemsPerHour");
    Object tired = sprint.get("fatigue");
    Object effort = sprint.get("effort");
    return clock(sprint.get("start"), zone)
        + "–"
        + clock(sprint.get("end"), zone)
        + ", "
        + sprint.get("task")
        + ", "
        + Math.round(number(sprint.get("activeSeconds")) / 60)
        + " min, "
        + (items == null ? "items not told" : items + " items")
        + (rate == null ? "" : ", " + rate(rate) + " items/h")
        + (tired == null ? ", tiredness not told" : ", tired " + tired + "/10")
        + (effort == null ? ", effort not told" : ", effort " + effort + "/10");
  }

  private static String clock(Object at, ZoneId zone) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(((Instant) at).atZone(zone));
  }

  /** The rating a ring stands for, by its height between 0 and 10. */
  private static double rating(Circle ring) {
    Parent plot = ring.getParent();
    double high = plot.getLayoutBounds().getHeight() - 16;
    return Math.round(1e6 * 10 * (1 - (ring.getCenterY() - 8) / high)) / 1e6;
  }

  /** What is shown as a figure: card, task and caption, and the value. */
  private static Map<String, String> figures(Shown page) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Node card : page.page.getContent().lookupAll(".card")) {
      String title = "";
      String task = "";
      for (Node part : ((Parent) card).getChildrenUnmodifiable()) {
        if (part instanceof Label label && part.getStyleClass().contains("section")) {
          title = label.getText() + "/";
        } else if (part instanceof Label label && part.getStyleClass().contains("task-name")) {
          task = label.getText() + "/";
        } else if (part.getStyleClass().contains("bars")) {
          List<String> words = texts(part, ".axis");
          for (int i = 0; i + 1 < words.size(); i += 2) {
            found.put(title + task + words.get(i), words.get(i + 1));
          }
        } else if (part instanceof Parent parent && !part.getStyleClass().contains("tiles")) {
          for (Node box : parent.lookupAll(".figure-box")) {
            List<String> words =
                ((Parent) box)
                    .getChildrenUnmodifiable().stream()
                        .map(Labeled.class::cast)
                        .map(Labeled::getText)
                        .toList();
            found.put(title + task + words.get(1), words.get(0));
            assertThat(box.getAccessibleText()).isEqualTo(words.get(0) + " " + words.get(1));
          }
        }
      }
    }
    return found;
  }

  private static List<String> texts(Node node, String style) {
    return node.lookupAll(style).stream()
        .filter(Label.class::isInstance)
        .map(label -> ((Label) label).getText())
        .toList();
  }

  private static List<String> digits(Node node) {
    return node.lookupAll(".digits").stream()
        .map(Digits.class::cast)
        .map(figure -> figure.textProperty().get())
        .toList();
  }

  private static void collect(Node node, List<String> rows) {
    if (node.getAccessibleText() != null && node.getAccessibleText().contains(" min, ")) {
      rows.add(node.getAccessibleText());
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, rows));
    }
  }

  private static Map<String, Object> json(Review review) {
    return ReviewJson.of(review);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> json, String key) {
    return (List<Map<String, Object>>) json.get(key);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Map<String, Object> json, String key) {
    return (Map<String, Object>) json.get(key);
  }

  private static String text(Map<String, Object> json, String key) {
    return String.valueOf(json.get(key));
  }

  private static double number(Object number) {
    return ((Number) number).doubleValue();
  }
}
