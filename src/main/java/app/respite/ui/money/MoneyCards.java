package app.respite.ui.money;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.MoneyGlance;
import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.Explained;
import app.respite.coach.review.MoneyExplanation;
import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.Table;
import app.respite.coach.words.MoneyTable;
import app.respite.coach.words.MoneyWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.money.MoneyReport.Floor;
import app.respite.domain.money.MoneyReport.PlatformSums;
import app.respite.domain.money.MoneyReport.Totals;
import app.respite.domain.money.MoneyReport.Unpaid;
import app.respite.domain.money.MoneySums.PayRange;
import app.respite.domain.text.Figures;
import app.respite.ui.kit.Card;
import app.respite.ui.kit.Card.Unfolding;
import app.respite.ui.kit.Disclosure;
import app.respite.ui.kit.Explanations;
import app.respite.ui.kit.FoldingTable;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.WrapRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The cards that tell how money stands, made anew with every look at it. */
final class MoneyCards {
  /** The width of a figure that stands in columns; it holds an amount of money. */
  private static final double COLUMN = 132;

  /** So many that owe something stand in sight, those that have for longest. */
  private static final int FIRST = 5;

  private static final String TELL = "below, under Platforms.";

  private final MoneyGlance glance;
  private final MoneyPage.Source source;

  MoneyCards(MoneyGlance glance, MoneyPage.Source source) {
    this.glance = glance;
    this.source = source;
  }

  /** Currencies that something is known of, in the order of their codes. */
  private List<String> currencies() {
    return Stream.concat(
            glance.month().totals().keySet().stream(), glance.months().totals().keySet().stream())
        .filter(code -> !code.isEmpty())
        .distinct()
        .sorted()
        .toList();
  }

  /** This month in one look. */
  Node month() {
    Card card = new Card(MoneyTable.month(YearMonth.from(glance.month().from())) + " so far");
    boolean any = false;
    for (String code : currencies()) {
      Totals total = glance.month().totals().get(code);
      if (total != null) {
        any = true;
        if (glance.month().totals().size() > 1) {
          card.name(code);
        }
        card.figures(
            List.of(
                asked(total.sums().earned(), code, "earned", Explained.EARNED),
                asked(total.sums().pending(), code, "pending", Explained.PENDING),
                figure(total.sums().landed(), code, "landed", () -> landed(code)),
                figure(
                    total.balance().outstanding(), code, "outstanding", () -> outstanding(code))),
            COLUMN);
      }
    }
    if (!any) {
      card.said(say("money.none"));
    }
    return card;
  }

  private Unfolding asked(BigDecimal amount, String currency, String caption, Explained explained) {
    Asked asked = Asked.ofCurrency(explained, currency);
    MoneyReport month = glance.month();
    return unfolding(
        amount,
        currency,
        caption,
        show ->
            Explanations.show(
                (answer, failed) -> source.explain(month.from(), month.to(), asked, answer, failed),
                show));
  }

  private static Unfolding figure(
      BigDecimal amount, String currency, String caption, Supplier<CardContent> behind) {
    return unfolding(
        amount, currency, caption, show -> show.accept(Explanations.drawn(List.of(behind.get()))));
  }

  /** Of nothing there is nothing to show. */
  private static Unfolding unfolding(
      BigDecimal amount, String currency, String caption, Consumer<Consumer<Node>> behind) {
    return new Unfolding(
        Figures.money(amount, currency), caption, amount.signum() == 0 ? null : behind);
  }

  private CardContent landed(String currency) {
    MoneyReport month = glance.month();
    return MoneyExplanation.landed(
        glance.payouts().stream()
            .filter(one -> !one.on().isBefore(month.from()) && !one.on().isAfter(month.to()))
            .toList(),
        currency);
  }

  private CardContent outstanding(String currency) {
    return MoneyExplanation.outstanding(glance.days(), currency);
  }

  /** What is outstanding, since when, against the usual time. */
  Node outstanding() {
    Card card = new Card("Outstanding");
    List<Unpaid> owed = glance.months().oldestUnpaid();
    if (owed.isEmpty()) {
      card.said(say("money.all-paid"));
    } else {
      card.picture(
          new MeterView(owed.stream().limit(FIRST).map(this::waiting).toList()),
          legend(
              Nodes.legend("bar-own", "days since the first of it"),
              owed.stream().anyMatch(one -> one.usual() != null)
                  ? Nodes.legend("meter-mark-swatch", "days it usually takes")
                  : null));
    }
    if (owed.size() > FIRST) {
      List<Meter> others = owed.stream().skip(FIRST).map(this::waiting).toList();
      card.picture(
          new Disclosure(
              "the " + Figures.count(others.size(), "other"),
              " of whom something is outstanding",
              show -> show.accept(new MeterView(others))));
    }
    MoneyWords.besideOwed(glance.months(), TELL).forEach(card::note);
    return card;
  }

  private Meter waiting(Unpaid one) {
    Duration usual = one.usual();
    return new Meter(
        MoneyWords.name(one.platform()),
        Figures.money(one.outstanding(), one.currency()),
        (double) ChronoUnit.DAYS.between(one.day(), glance.months().asOf()),
        null,
        null,
        usual == null ? null : (Double) (usual.toHours() / 24.0),
        () -> MoneyExplanation.outstanding(glance.days(), one.platform(), one.currency()),
        Phrases.sentence(MoneyWords.age(one)));
  }

  /** What an hour comes to by platform, of one currency below the other. */
  Node hourlyPay() {
    Card card = new Card("An hour, by platform");
    List<String> currencies = currencies();
    List<Meter> all = new ArrayList<>();
    for (String code : currencies) {
      List<Meter> meters =
          glance.months().platforms().stream()
              .filter(one -> one.currency().equals(code))
              .filter(one -> one.sums().present().isPositive())
              .sorted(Comparator.comparing(MoneyCards::most).reversed())
              .map(this::hour)
              .filter(one -> one.amount() != null || one.most() != null)
              .toList();
      if (!meters.isEmpty()) {
        all.addAll(meters);
        if (currencies.size() > 1) {
          card.name(code);
        }
        card.picture(new MeterView(meters));
      }
    }
    if (all.isEmpty()) {
      card.said(say("money.hour.none"));
    } else {
      card.picture(
          legend(
              Nodes.legend("bar-own", "decided work, of twelve months"),
              all.stream().anyMatch(one -> one.most() != null)
                  ? Nodes.legend("meter-range", "where it may end up")
                  : null,
              all.stream().anyMatch(one -> one.mark() != null)
                  ? Nodes.legend("meter-mark-swatch", "your floor")
                  : null));
    }
    MoneyWords.besidePay(glance.months()).forEach(card::note);
    return card;
  }

  /** What an hour comes to, or may come to where nothing is decided. */
  private static BigDecimal most(PlatformSums one) {
    BigDecimal rate = one.sums().perPresentHour();
    PayRange range = one.sums().perPresentHourRange();
    return rate != null ? rate : range != null ? range.all() : BigDecimal.ZERO;
  }

  private static Node legend(@Nullable Node... entries) {
    FlowPane legend = new FlowPane(16, 4);
    Stream.of(entries).filter(Objects::nonNull).forEach(legend.getChildren()::add);
    return legend;
  }

  private Meter hour(PlatformSums one) {
    BigDecimal rate = one.sums().perPresentHour();
    PayRange range = one.sums().perPresentHourRange();
    Floor floor = one.floor();
    List<String> words = new ArrayList<>();
    if (range != null) {
      words.add(Phrases.sentence(MoneyWords.range(one)));
    }
    if (floor != null) {
      String below = MoneyWords.belowFloor(one);
      words.add(
          below.isEmpty()
              ? say("money.floor.mark", "floor", Figures.money(floor.amount(), one.currency()))
              : Phrases.sentence(below));
    }
    return new Meter(
        MoneyWords.name(one.platform()),
        rate == null ? "not decided yet" : Figures.money(rate, one.currency()),
        rate == null ? null : (Double) rate.doubleValue(),
        range == null ? null : (Double) range.none().doubleValue(),
        range == null ? null : (Double) range.all().doubleValue(),
        floor == null ? null : (Double) floor.amount().doubleValue(),
        () -> MoneyExplanation.hourly(glance.months(), one),
        String.join(" ", words));
  }

  /**
   * Twelve months as bars, and as a table behind them.
   *
   * @param wanted the currency that was looked at before; null for the first
   * @param chosen hears of another
   */
  Node months(@Nullable String wanted, Consumer<String> chosen) {
    Card card = new Card("Twelve months");
    List<String> currencies = currencies();
    if (currencies.isEmpty()) {
      card.said(say("money.none"));
      return card;
    }
    VBox place = new VBox(8);
    String first = wanted != null && currencies.contains(wanted) ? wanted : currencies.getFirst();
    if (currencies.size() > 1) {
      card.picture(
          choice(
              currencies,
              first,
              code -> {
                chosen.accept(code);
                place.getChildren().setAll(chart(code));
              }));
    }
    place.getChildren().setAll(chart(first));
    card.picture(place);
    MoneyWords.volatility(glance.months()).forEach(card::note);
    return card;
  }

  private static Node choice(List<String> codes, String first, Consumer<String> choose) {
    WrapRow row = new WrapRow(4);
    ToggleGroup group = new ToggleGroup();
    for (String code : codes) {
      ToggleButton button = new ToggleButton(code);
      button.setAccessibleText("Twelve months in " + code);
      button.setToggleGroup(group);
      button.setSelected(code.equals(first));
      button.setOnAction(
          pressed -> {
            button.setSelected(true);
            choose.accept(code);
          });
      row.getChildren().add(button);
    }
    return row;
  }

  private List<Node> chart(String currency) {
    List<MonthsChart.Bar> bars = new ArrayList<>();
    YearMonth last = YearMonth.from(glance.months().to());
    for (YearMonth month = YearMonth.from(glance.months().from());
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      SortedMap<String, Totals> totals = glance.months().byMonth().get(month);
      Totals total = totals == null ? null : totals.get(currency);
      bars.add(
          total == null
              ? new MonthsChart.Bar(month, BigDecimal.ZERO, BigDecimal.ZERO)
              : new MonthsChart.Bar(month, total.sums().earned(), total.sums().landed()));
    }
    return List.of(
        new MonthsChart(bars, currency),
        legend(
            Nodes.legend("bar-earned", "earned, in " + currency),
            Nodes.legend("bar-landed", "landed, in " + currency)),
        new Disclosure(
            "the table",
            " of the twelve months in " + currency,
            show -> show.accept(monthsTable(currency))));
  }

  /** What is to be put aside of the running quarter. */
  Node setAside() {
    Card card = new Card("To set aside");
    MoneyWords.quarters(glance.month(), glance.setAside()).forEach(card::said);
    return card;
  }

  /** The months of one currency in numbers, the latest first. */
  private Node monthsTable(String currency) {
    List<Column> columns = new ArrayList<>(List.of(new Column(0, 0, false)));
    List<String> head = new ArrayList<>(List.of(""));
    for (String name : MoneyTable.HEAD) {
      columns.add(new Column(0, 0, true));
      head.add(name);
    }
    List<List<String>> rows = new ArrayList<>(List.of(head));
    glance
        .months()
        .byMonth()
        .reversed()
        .forEach(
            (month, totals) -> {
              Totals total = totals.get(currency);
              if (total != null) {
                List<String> row = new ArrayList<>(List.of(MoneyTable.month(month)));
                row.addAll(MoneyTable.cells(total.sums(), total.balance(), currency));
                rows.add(row);
              }
            });
    Node table = new FoldingTable(new Table(columns, rows, true));
    table.getStyleClass().add("months-table");
    return table;
  }
}
