package app.respite.ui.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.respite.coach.InMemoryJournal;
import app.respite.ui.OnFx;
import app.respite.ui.theme.Look;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A press on a figure of money shows the lines that add up to it. */
class MoneyExplainedTest {
  private static final String ALL = "in all";

  static Stream<Supplier<InMemoryJournal>> journals() {
    return Stream.of(
        MoneyJournals::onePlatform, MoneyJournals::threePlatforms, MoneyJournals::tenRates);
  }

  /** What is unfolded of one figure: its lines by name, each with its cells by head; and words. */
  private record Unfolded(Map<String, Map<String, String>> lines, List<String> words) {
    BigDecimal sum(String head) {
      return lines.entrySet().stream()
          .filter(line -> !line.getKey().equals(ALL))
          .map(line -> amount(line.getValue().getOrDefault(head, "0")))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal all(String head) {
      return amount(lines.get(ALL).getOrDefault(head, "0"));
    }
  }

  private static BigDecimal amount(String text) {
    return new BigDecimal(text.split(" ")[0]);
  }

  private static void with(Supplier<InMemoryJournal> journal, Consumer<ShownMoney> use) {
    OnFx.run(
        () -> {
          try (ShownMoney page = ShownMoney.of(journal.get(), Look.LIGHT, 880, 2400)) {
            page.page.requestFocus();
            page.openAll();
            use.accept(page);
          }
        });
  }

  private static List<ToggleButton> figures(ShownMoney page, String within) {
    return page.page.getContent().lookupAll(within + " .explained").stream()
        .map(ToggleButton.class::cast)
        .toList();
  }

  /** The place below what holds the figure. */
  private static Node placeOf(Node inside) {
    Parent around = inside.getParent();
    int here = around.getChildrenUnmodifiable().indexOf(inside);
    return around.getChildrenUnmodifiable().stream()
        .skip(here)
        .filter(one -> one.getStyleClass().contains("explanation"))
        .findFirst()
        .orElseGet(() -> placeOf(around));
  }

  private static Unfolded unfolded(ToggleButton figure) {
    Node place = placeOf(figure);
    assertThat(place.isVisible()).as(figure.getAccessibleText()).isTrue();
    Map<String, Map<String, String>> lines = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    for (Node node : place.lookupAll("*")) {
      String row = node.getAccessibleText();
      if (row != null && row.contains(": ")) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String cell :
            row.substring(row.indexOf(": ") + 2).replace('\u00a0', ' ').split(", ")) {
          int value = cell.replaceAll(" [A-Z]{3}$", "").lastIndexOf(' ');
          cells.put(cell.substring(0, Math.max(value, 0)), cell.substring(value + 1));
        }
        lines.put(row.substring(0, row.indexOf(": ")), cells);
      } else if (node instanceof Labeled labeled && labeled.getStyleClass().contains("said")) {
        words.add(labeled.getText());
      }
    }
    return new Unfolded(lines, words);
  }

  private static void byKey(ShownMoney page, ToggleButton figure) {
    page.page.requestFocus();
    page.tabTo(figure.getAccessibleText());
    page.press(KeyCode.SPACE);
  }

  private static void byMouse(ShownMoney page, ToggleButton figure) {
    for (EventType<MouseEvent> type :
        List.of(MouseEvent.MOUSE_ENTERED, MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
      boolean down = type != MouseEvent.MOUSE_ENTERED;
      Event.fireEvent(
          figure,
          new MouseEvent(
              type,
              1,
              1,
              1,
              1,
              down ? MouseButton.PRIMARY : MouseButton.NONE,
              down ? 1 : 0,
              false,
              false,
              false,
              false,
              type == MouseEvent.MOUSE_PRESSED,
              false,
              false,
              true,
              false,
              true,
              null));
    }
    page.layOut();
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void whatLandedAndIsOutstandingOfTheMonthIsTheSumOfItsLines(Supplier<InMemoryJournal> journal) {
    with(
        journal,
        page -> {
          List<ToggleButton> figures =
              figures(page, ".figure-box").stream()
                  .filter(one -> one.getAccessibleText().matches(".* (landed|outstanding)"))
                  .toList();
          assertThat(figures).isNotEmpty();
          for (ToggleButton figure : figures) {
            byKey(page, figure);
            String head = figure.getAccessibleText().endsWith(" landed") ? "landed" : "outstanding";
            Unfolded found = unfolded(figure);
            assertThat(found.sum(head)).isEqualByComparingTo(amount(figure.getText()));
            assertThat(found.all(head)).isEqualByComparingTo(amount(figure.getText()));
          }
        });
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void whatAPlatformOwesIsWhatItBroughtLessWhatItPaid(Supplier<InMemoryJournal> journal) {
    with(
        journal,
        page -> {
          int seen = 0;
          for (ToggleButton figure : figures(page, ".meter")) {
            byMouse(page, figure);
            Unfolded found = unfolded(figure);
            if (found.lines().get(ALL).containsKey("outstanding")) {
              seen++;
              assertThat(found.sum("earned").subtract(found.sum("landed")))
                  .as(figure.getAccessibleText())
                  .isEqualByComparingTo(amount(figure.getText()));
              assertThat(found.sum("earned")).isEqualByComparingTo(found.all("earned"));
              assertThat(found.sum("landed")).isEqualByComparingTo(found.all("landed"));
              assertThat(found.words().getFirst()).endsWith(" is " + figure.getText() + ".");
            }
          }
          assertThat(seen).isPositive();
        });
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void anHourIsTheAmountAboveTheLineByTheHoursBelowIt(Supplier<InMemoryJournal> journal) {
    with(
        journal,
        page -> {
          int seen = 0;
          for (ToggleButton figure : figures(page, ".meter")) {
            byKey(page, figure);
            Unfolded found = unfolded(figure);
            if (found.lines().get(ALL).containsKey("presence")) {
              seen++;
              assertThat(found.sum("earned in it")).isEqualByComparingTo(found.all("earned in it"));
              BigDecimal seconds = BigDecimal.ZERO;
              for (Map.Entry<String, Map<String, String>> line : found.lines().entrySet()) {
                if (!line.getKey().equals(ALL)) {
                  seconds = seconds.add(seconds(line.getValue().getOrDefault("decided", "0:00")));
                }
              }
              assertThat(seconds).isEqualTo(seconds(found.lines().get(ALL).get("decided")));
              assertThat(
                      found
                          .all("earned in it")
                          .multiply(BigDecimal.valueOf(3600))
                          .divide(seconds, 2, RoundingMode.HALF_UP))
                  .as(figure.getAccessibleText())
                  .isCloseTo(amount(figure.getText()), within(new BigDecimal("0.01")));
            }
          }
          assertThat(seen).isPositive();
        });
  }

  private static BigDecimal seconds(String length) {
    BigDecimal seconds = BigDecimal.ZERO;
    for (String part : length.split(":")) {
      seconds = seconds.multiply(BigDecimal.valueOf(60)).add(new BigDecimal(part));
    }
    return seconds;
  }
}
