package app.respite.ui.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.MoneyJson;
import app.respite.coach.MoneyService;
import app.respite.domain.money.MoneyFacts;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.review.Diary;
import app.respite.domain.setting.Preferences;
import app.respite.json.Json;
import app.respite.json.JsonException;
import app.respite.ui.OnFx;
import app.respite.ui.theme.Look;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands on the page is what {@code money --json} says, rounded for reading. */
class MoneyFiguresTest {
  private static final LocalDate MONTH = LocalDate.parse("2026-11-01");
  private static final LocalDate TWELVE = LocalDate.parse("2025-12-01");

  static Stream<Supplier<InMemoryJournal>> journals() {
    return Stream.of(
        MoneyJournals::onePlatform, MoneyJournals::threePlatforms, MoneyJournals::tenRates);
  }

  private static Map<String, Object> json(InMemoryJournal journal, LocalDate from) {
    MoneyFacts facts =
        MoneyService.facts(journal, Preferences.DEFAULTS, MoneyJournals.TODAY, Diary.BERLIN);
    MoneyReport report = MoneyReport.of(facts, from, MoneyJournals.TODAY, MoneyJournals.TODAY);
    try {
      return Json.readObject(Json.write(MoneyJson.of(report, Diary.BERLIN), Diary.BERLIN));
    } catch (JsonException broken) {
      throw new AssertionError(broken);
    }
  }

  private static <T> T page(
      Supplier<InMemoryJournal> journal, int width, Function<ShownMoney, T> look) {
    return OnFx.call(
        () -> {
          try (ShownMoney page = ShownMoney.of(journal.get(), Look.LIGHT, width, 900)) {
            return look.apply(page);
          }
        });
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void everyAmountOfTheMonthIsTheOneOfTheJson(Supplier<InMemoryJournal> journal) {
    List<String> expected = new ArrayList<>();
    map(json(journal.get(), MONTH).get("totals"))
        .forEach(
            (currency, sums) -> {
              for (String name : List.of("earned", "pending", "landed", "outstanding")) {
                expected.add(amount(map(sums).get(name)) + " " + currency + " " + name);
              }
            });
    List<String> shown = page(journal, 880, page -> names(page, ".figure-box"));
    assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void everyDebtAndEveryHourIsTheOneOfTheJson(Supplier<InMemoryJournal> journal) {
    Map<String, Object> json = json(journal.get(), TWELVE);
    List<String> expected = new ArrayList<>();
    for (Map<String, Object> one : list(json, "oldestUnpaid")) {
      expected.add(
          one.get("platform")
              + " "
              + amount(one.get("outstanding"))
              + " "
              + one.get("currency")
              + ". Unpaid since "
              + day(one.get("day"))
              + ". "
              + (one.get("daysLate") == null
                  ? "How long it usually takes is not told."
                  : "It usually pays "
                      + String.valueOf(one.get("paysAfter")).replaceAll("\\D", "")
                      + " h after the work; that is over by "
                      + one.get("daysLate")
                      + " days."));
    }
    for (Map<String, Object> one : list(json, "platforms")) {
      if (one.get("perPresentHour") == null) {
        continue;
      }
      String currency = " " + one.get("currency");
      List<?> range = (List<?>) one.get("perPresentHourRange");
      String said = one.get("platform") + " " + amount(one.get("perPresentHour")) + currency + ".";
      if (range != null) {
        said +=
            " With "
                + amount(one.get("pending"))
                + currency
                + " pending, an hour would come to "
                + amount(range.getFirst())
                + currency
                + " with none of it accepted and to "
                + amount(range.getLast())
                + currency
                + " with all of it.";
      }
      if (one.get("floor") != null) {
        int below = ((Number) one.get("weeksBelowFloor")).intValue();
        said +=
            below < 2
                ? " Your floor is " + amount(one.get("floor")) + currency + " an hour."
                : " "
                    + below
                    + " weeks in a row below your floor of "
                    + amount(one.get("floor"))
                    + currency
                    + " an hour";
      }
      expected.add(said);
    }
    List<String> shown =
        page(
            journal,
            880,
            page -> {
              page.openAll();
              return names(page, ".meter");
            });
    assertThat(shown.stream().map(MoneyFiguresTest::comparable))
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(MoneyFiguresTest::comparable).toList());
  }

  /** Days as hours, and without what no JSON tells: what the last week below a floor came to. */
  private static String comparable(String said) {
    return said.replace("7 days after", "168 h after")
        .replace("14 days after", "336 h after")
        .replace("30 days after", "720 h after")
        .replaceAll("; the last of them came to .*", "");
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void everyMonthOfChartAndTableIsTheOneOfTheJson(Supplier<InMemoryJournal> journal) {
    Map<String, Object> json = json(journal.get(), TWELVE);
    for (String currency : map(json.get("totals")).keySet()) {
      Map<YearMonth, Map<String, BigDecimal>> months = months(json, currency);
      List<String> bars = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        YearMonth month = YearMonth.from(TWELVE).plusMonths(i);
        Map<String, BigDecimal> sums = months.getOrDefault(month, Map.of());
        bars.add(
            month.format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH))
                + ": earned "
                + amount(sums.getOrDefault("earned", BigDecimal.ZERO))
                + " "
                + currency
                + ", landed "
                + amount(sums.getOrDefault("landed", BigDecimal.ZERO))
                + " "
                + currency);
      }
      for (int width : new int[] {880, 360}) {
        List<String> rows = new ArrayList<>();
        String chart =
            page(
                journal,
                width,
                page -> {
                  choose(page, currency);
                  page.openAll();
                  rows.addAll(rows(page));
                  return names(page, ".months-chart").getFirst();
                });
        assertThat(chart).isEqualTo(String.join("; ", bars));
        assertThat(rows).hasSameSizeAs(months.keySet());
        for (Map.Entry<YearMonth, Map<String, BigDecimal>> month : months.entrySet()) {
          String name =
              month.getKey().format(DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH));
          String row =
              rows.stream().filter(one -> one.startsWith(name + ": ")).findFirst().orElseThrow();
          month
              .getValue()
              .forEach(
                  (what, sum) -> {
                    if (sum.signum() == 0) {
                      assertThat(row).doesNotContain(what);
                    } else {
                      assertThat(row).contains(what + " " + amount(sum));
                    }
                  });
        }
      }
    }
  }

  private static void choose(ShownMoney page, String currency) {
    page.page.getContent().lookupAll(".toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(one -> one.getText().equals(currency))
        .forEach(ToggleButton::fire);
    page.layOut();
  }

  private static List<String> rows(ShownMoney page) {
    List<String> rows = new ArrayList<>();
    Node table = page.page.getContent().lookup(".months-table");
    table
        .lookupAll("*")
        .forEach(
            node -> {
              if (node != table && node.getAccessibleText() != null) {
                if (node.getAccessibleText().contains(": ")) {
                  rows.add(node.getAccessibleText().replace('\u00a0', ' '));
                }
              }
            });
    return rows;
  }

  private static Map<YearMonth, Map<String, BigDecimal>> months(
      Map<String, Object> json, String currency) {
    Map<YearMonth, Map<String, BigDecimal>> months = new TreeMap<>();
    for (Map<String, Object> row : list(json, "rows")) {
      if (row.get("currency").equals(currency)) {
        Map<String, BigDecimal> sums =
            months.computeIfAbsent(
                YearMonth.parse(String.valueOf(row.get("month"))), any -> new LinkedHashMap<>());
        for (String name : List.of("earned", "pending", "landed", "outstanding")) {
          sums.merge(name, new BigDecimal(String.valueOf(row.get(name))), BigDecimal::add);
        }
      }
    }
    return months;
  }

  @ParameterizedTest(name = "journal {index}")
  @MethodSource("journals")
  void nothingIsCutAtTheSideOfANarrowWindow(Supplier<InMemoryJournal> journal) {
    List<String> over =
        page(
            journal,
            360,
            page -> {
              page.openAll();
              List<String> found = new ArrayList<>();
              page.page
                  .getContent()
                  .lookupAll("*")
                  .forEach(
                      node -> {
                        Bounds there = node.localToScene(node.getLayoutBounds());
                        if (node.isVisible() && there.getMaxX() > 360.5) {
                          found.add(node + " to " + there.getMaxX());
                        }
                      });
              return found;
            });
    assertThat(over).isEmpty();
  }

  private static List<String> names(ShownMoney page, String style) {
    return page.page.getContent().lookupAll(style).stream().map(Node::getAccessibleText).toList();
  }

  private static String amount(Object amount) {
    return new BigDecimal(String.valueOf(amount)).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String day(Object day) {
    return LocalDate.parse(String.valueOf(day))
        .format(DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH));
  }

  @SuppressWarnings("unchecked") // a document of a line
  private static Map<String, Object> map(Object object) {
    return (Map<String, Object>) object;
  }

  private static List<Map<String, Object>> list(Map<String, Object> json, String key) {
    return ((List<?>) json.get(key)).stream().map(MoneyFiguresTest::map).toList();
  }

  @Test
  void aPressOnWhatWasEarnedShowsTheSprintsOfThatCurrencyAlone() {
    OnFx.run(
        () -> {
          try (ShownMoney page =
              ShownMoney.of(MoneyJournals.threePlatforms(), Look.LIGHT, 880, 2400)) {
            ToggleButton earned =
                page.page.getContent().lookupAll(".explained").stream()
                    .map(ToggleButton.class::cast)
                    .filter(one -> one.getAccessibleText().endsWith("USD earned"))
                    .findFirst()
                    .orElseThrow();
            earned.fire();
            List<String> rows =
                page.page.getContent().lookupAll(".explanation .digits").stream()
                    .map(Node::getAccessibleText)
                    .filter(Objects::nonNull)
                    .toList();
            assertThat(rows).contains(earned.getText());
            assertThat(rows).noneMatch(row -> row.contains("EUR"));
          }
        });
  }
}
