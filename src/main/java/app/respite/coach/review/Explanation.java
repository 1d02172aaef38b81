package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.Table;
import app.respite.coach.words.PayWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.money.DayEarnings;
import app.respite.domain.money.Earnings;
import app.respite.domain.money.MoneySums;
import app.respite.domain.money.PayFigures;
import app.respite.domain.money.PayLine;
import app.respite.domain.review.Grounds;
import app.respite.domain.review.PlatformFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.Stretch;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.SpanState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of a review is made of: the sprints, their items and rates, and the rule by which
 * they make the figure. Lengths are to the second and counts as they are, so that a reader comes to
 * the same.
 */
public final class Explanation {
  private static final String NONE = "-";
  private static final int WHEN = 20;

  private final Review review;
  private final Grounds grounds;
  private final BigDecimal setAside;

  private Explanation(Grounds grounds, BigDecimal setAside) {
    this.review = grounds.review();
    this.grounds = grounds;
    this.setAside = setAside;
  }

  /**
   * A card for each task that has a part in the figure, or one for a platform with a row for each
   * of its tasks.
   *
   * @param setAside the share that is to be set aside
   */
  public static List<CardContent> of(Asked asked, Grounds grounds, BigDecimal setAside) {
    Explanation explanation = new Explanation(grounds, setAside);
    Review review = grounds.review();
    Explained figure = asked.figure();
    if (figure.state().isPresent()) {
      return explanation.time(figure.state().get(), asked.task()).toList();
    }
    if (asked.platform() != null) {
      return review.platforms().stream()
          .filter(one -> one.platform().equals(asked.platform()))
          .map(one -> explanation.card(figure, one))
          .filter(Objects::nonNull)
          .toList();
    }
    List<TaskFigures> tasks =
        review.tasks().stream()
            .filter(one -> asked.task() == null || one.id().equals(asked.task()))
            .filter(one -> asked.currency() == null || pays(one, asked.currency()))
            .toList();
    List<CardContent> cards = new ArrayList<>();
    for (TaskFigures task : tasks) {
      Optional.ofNullable(explanation.card(figure, task)).ifPresent(cards::add);
    }
    if (cards.size() > 1) {
      switch (figure) {
        case EARNED -> cards.addFirst(allTasks(tasks, PayFigures::earned, asked.currency()));
        case PENDING -> cards.addFirst(allTasks(tasks, PayFigures::pending, asked.currency()));
        default -> {}
      }
    }
    return List.copyOf(cards);
  }

  /** The sum over tasks, in one currency or in all of them beside each other. */
  private static CardContent allTasks(
      List<TaskFigures> tasks, Function<PayFigures, Earnings> what, @Nullable String currency) {
    Function<TaskFigures, Earnings> part =
        task -> currency == null ? what.apply(task.pay()) : what.apply(task.pay()).in(currency);
    Rows rows = new Rows(16);
    rows.add("", "");
    tasks.forEach(task -> rows.add(task.task(), PayWords.amounts(part.apply(task))));
    rows.add(
        "in all", PayWords.amounts(tasks.stream().map(part).reduce(Earnings.NONE, Earnings::plus)));
    return CardContent.of("All tasks", rows.table());
  }

  private @Nullable CardContent card(Explained figure, TaskFigures task) {
    List<Part> parts =
        switch (figure) {
          case EARNED -> earned(task);
          case PENDING -> pending(task);
          case SET_ASIDE -> aside(task);
          case PER_WORK_HOUR, PER_PRESENT_HOUR ->
              hourly(
                  grounds.earnings().stream().filter(one -> one.task().equals(task.id())).toList(),
                  one -> Phrases.day(one.day()),
                  figure,
                  task.pay());
          case ITEMS -> items(task);
          case REJECTED_RATE -> rejected(task);
          case ITEMS_PER_HOUR -> pace(task);
          case WORK, BREAK, NATURAL_REST, IDLE, PAUSED, READY, AWAY -> List.of();
        };
    return parts.isEmpty() ? null : new CardContent(task.nameAndPlatform(), parts);
  }

  private static boolean pays(TaskFigures task, String currency) {
    return task.pay().earned().amounts().containsKey(currency)
        || task.pay().pending().amounts().containsKey(currency);
  }

  /** A platform's sums have its tasks as rows; what those are made of is told of each task. */
  private @Nullable CardContent card(Explained figure, PlatformFigures platform) {
    List<TaskFigures> tasks =
        review.tasks().stream().filter(one -> one.platform().equals(platform.platform())).toList();
    List<Part> parts =
        switch (figure) {
          case EARNED -> byTask(tasks, PayFigures::earned, platform.pay());
          case PENDING -> byTask(tasks, PayFigures::pending, platform.pay());
          case SET_ASIDE -> byTask(tasks, PayFigures::setAside, platform.pay());
          case PER_WORK_HOUR, PER_PRESENT_HOUR ->
              hourly(
                  grounds.earnings().stream()
                      .filter(one -> one.platform().equals(platform.platform()))
                      .toList(),
                  one -> name(one.task()),
                  figure,
                  platform.pay());
          case ITEMS, REJECTED_RATE, ITEMS_PER_HOUR -> List.of();
          case WORK, BREAK, NATURAL_REST, IDLE, PAUSED, READY, AWAY -> List.of();
        };
    return parts.isEmpty() ? null : new CardContent("All of " + platform.platform(), parts);
  }

  private static List<Part> byTask(
      List<TaskFigures> tasks, Function<PayFigures, Earnings> what, PayFigures all) {
    Rows rows = new Rows(16);
    rows.add("", "");
    for (TaskFigures one : tasks) {
      rows.add(one.task(), PayWords.amounts(what.apply(one.pay())));
    }
    rows.add("in all", PayWords.amounts(what.apply(all)));
    return List.of(rows.table());
  }

  private List<PayLine> lines(TaskFigures task) {
    return grounds.lines().stream().filter(one -> one.task().equals(task.id())).toList();
  }

  private List<Part> earned(TaskFigures task) {
    if (task.pay().earned().isEmpty()) {
      return List.of();
    }
    List<PayLine> lines =
        lines(task).stream().filter(one -> one.items() > 0 || !one.earned().isEmpty()).toList();
    return money(
        lines, "accepted", PayLine::accepted, "earned", PayLine::earned, task.pay().earned());
  }

  private List<Part> pending(TaskFigures task) {
    if (task.pay().pending().isEmpty()) {
      return List.of();
    }
    List<PayLine> lines = lines(task).stream().filter(one -> one.undecided() > 0).toList();
    return money(
        lines, "undecided", PayLine::undecided, "pending", PayLine::pending, task.pay().pending());
  }

  private List<Part> money(
      List<PayLine> lines,
      String counted,
      Function<PayLine, Integer> count,
      String name,
      Function<PayLine, Earnings> amount,
      Earnings total) {
    Rows rows = new Rows(8, 6, 9, 10, 14);
    rows.add("", "work", "items", counted, "rate", name);
    for (PayLine one : lines) {
      rows.add(
          when(one),
          length(one.work()),
          count(one.items()),
          count(count.apply(one)),
          rate(one.rate()),
          PayWords.amounts(amount.apply(one)));
    }
    rows.add(
        "in all",
        length(sum(lines, PayLine::work)),
        count(total(lines, PayLine::items)),
        count(total(lines, count)),
        "",
        PayWords.amounts(total));
    List<String> said = new ArrayList<>();
    if (lines.stream().anyMatch(one -> one.rate() instanceof Pay.PerHour)) {
      said.add(say("review.explain.by-hour"));
    }
    if (lines.stream().anyMatch(one -> one.items() > 0 && !(one.rate() instanceof Pay.PerHour))) {
      said.add(say("review.explain.by-item"));
    }
    return List.of(rows.table(), new Said(said));
  }

  private List<Part> aside(TaskFigures task) {
    List<String> said = new ArrayList<>();
    task.pay()
        .earned()
        .amounts()
        .forEach(
            (currency, amount) ->
                said.add(
                    say(
                        "review.explain.set-aside",
                        "share",
                        Figures.exactShare(setAside),
                        "earned",
                        Figures.money(amount, currency),
                        "amount",
                        Figures.money(amount.multiply(setAside), currency))));
    return said.isEmpty() ? List.of() : List.of(new Said(said));
  }

  /** Time and what was earned in it, with a row for each day or task. */
  private static List<Part> hourly(
      List<DayEarnings> own,
      Function<DayEarnings, String> rowOf,
      Explained figure,
      PayFigures pay) {
    boolean ofWork = figure == Explained.PER_WORK_HOUR;
    Earnings rates = ofWork ? pay.perWorkHour() : pay.perPresentHour();
    if (rates.isEmpty()) {
      return List.of();
    }
    Map<String, Hours> byRow = new LinkedHashMap<>();
    Hours all = Hours.NONE;
    for (DayEarnings one : own) {
      Hours hours = Hours.of(one, ofWork);
      byRow.merge(rowOf.apply(one), hours, Hours::plus);
      all = all.plus(hours);
    }
    Rows rows = new Rows(10, 10, 16);
    rows.add("", ofWork ? "work" : "presence", "decided", "earned in it");
    byRow.forEach((name, one) -> one.add(rows, name));
    all.add(rows, "in all");
    List<String> said = new ArrayList<>();
    for (Map.Entry<String, BigDecimal> rate : rates.amounts().entrySet()) {
      BigDecimal earned = all.earned().amounts().getOrDefault(rate.getKey(), BigDecimal.ZERO);
      said.add(
          say(
              "review.explain.hourly",
              "earned",
              Figures.money(earned, rate.getKey()),
              "hours",
              length(all.decided()),
              "rate",
              Figures.money(rate.getValue(), rate.getKey())));
    }
    said.add(say(ofWork ? "review.explain.work" : "review.explain.present"));
    if (all.decided().compareTo(all.whole()) < 0) {
      said.add(say("review.explain.undecided-hours"));
    }
    return List.of(rows.table(), new Said(said));
  }

  /** Time, the part of it of which it is known what it brought, and what that was. */
  private record Hours(Duration whole, Duration decided, Earnings earned) {
    private static final Hours NONE = new Hours(Duration.ZERO, Duration.ZERO, Earnings.NONE);

    static Hours of(DayEarnings day, boolean ofWork) {
      MoneySums sums = MoneySums.of(day);
      return new Hours(
          ofWork ? sums.work() : sums.present(),
          ofWork ? sums.decidedWork() : sums.decidedPresent(),
          sums.decidedEarned().signum() == 0
              ? Earnings.NONE
              : Earnings.of(day.currency(), sums.decidedEarned()));
    }

    Hours plus(Hours other) {
      return new Hours(
          whole.plus(other.whole), decided.plus(other.decided), earned.plus(other.earned));
    }

    void add(Rows rows, String name) {
      rows.add(name, length(whole), length(decided), PayWords.amounts(earned));
    }
  }

  private List<Part> items(TaskFigures task) {
    List<PayLine> lines = lines(task).stream().filter(one -> one.items() > 0).toList();
    if (lines.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    Integer typed = task.typedItems();
    if (typed != null && typed != task.items()) {
      said.add(say("review.explain.typed", "typed", typed));
    }
    return said.isEmpty() ? List.of(outcomes(lines)) : List.of(outcomes(lines), new Said(said));
  }

  private Table outcomes(List<PayLine> lines) {
    Rows rows = new Rows(8, 10, 10, 10);
    rows.add("", "items", "accepted", "rejected", "undecided");
    for (PayLine one : lines) {
      rows.add(
          when(one),
          count(one.items()),
          count(one.accepted()),
          count(one.rejected()),
          count(one.undecided()));
    }
    rows.add(
        "in all",
        count(total(lines, PayLine::items)),
        count(total(lines, PayLine::accepted)),
        count(total(lines, PayLine::rejected)),
        count(total(lines, PayLine::undecided)));
    return rows.table();
  }

  private List<Part> rejected(TaskFigures task) {
    Double rate = task.rejectedRate();
    if (rate == null) {
      return List.of();
    }
    List<PayLine> lines = lines(task).stream().filter(one -> one.items() > 0).toList();
    return List.of(
        outcomes(lines),
        new Said(
            say(
                "review.explain.rejected",
                "rejected",
                task.rejected(),
                "decided",
                task.accepted() + task.rejected(),
                "rate",
                Figures.percent(rate))));
  }

  private List<Part> pace(TaskFigures task) {
    Double rate = task.itemsPerHour();
    if (rate == null) {
      return List.of();
    }
    Rows rows = new Rows(9, 8, 14);
    rows.add("", "work", "items", "items an hour");
    int items = 0;
    Duration work = Duration.ZERO;
    boolean isLeftOut = false;
    for (SprintFigures one : review.sprints()) {
      if (one.has(task.id())) {
        Integer told = one.itemsOf(task.id());
        Double pace = one.itemsPerHour(task.id());
        rows.add(
            when(one.day(), one.sprint().start(), one.sprint().end()),
            length(one.activeOf(task.id())),
            told == null ? "not told" : count(told),
            pace == null ? NONE : Figures.rate(pace));
        isLeftOut |= told == null;
        items += told == null ? 0 : told;
        work = work.plus(told == null ? Duration.ZERO : one.activeOf(task.id()));
      }
    }
    int beside = task.items() - items;
    rows.add(beside > 0 ? "in sprints" : "in all", length(work), count(items), "");
    List<String> said = new ArrayList<>();
    if (beside > 0) {
      said.add(say("review.explain.beside", "items", beside, "rate", Figures.rate(rate)));
    } else {
      said.add(
          say(
              "review.explain.pace",
              "items",
              items,
              "work",
              length(work),
              "rate",
              Figures.rate(rate)));
    }
    if (isLeftOut) {
      said.add(say("review.explain.not-told"));
    }
    return List.of(rows.table(), new Said(said));
  }

  private Stream<CardContent> time(SpanState state, @Nullable UUID task) {
    List<Stretch> own =
        review.timeline().stream()
            .filter(one -> one.state() == state)
            .filter(one -> task == null || task.equals(one.task()))
            .toList();
    if (own.isEmpty()) {
      return Stream.of();
    }
    Rows rows = new Rows(10, 0);
    rows.add("", "length", "  task");
    for (Stretch one : own) {
      rows.add(
          when(one.day(), one.interval().start(), one.interval().end()),
          length(one.interval().length()),
          "  " + name(one.task()));
    }
    rows.add("in all", length(sum(own, one -> one.interval().length())), "");
    return Stream.of(CardContent.of("", rows.table()));
  }

  private String name(@Nullable UUID task) {
    return review.tasks().stream()
        .filter(one -> one.id().equals(task))
        .findFirst()
        .map(TaskFigures::task)
        .orElse("");
  }

  private String when(PayLine line) {
    Instant start = null;
    Instant end = null;
    for (Stretch one : review.timeline()) {
      if (line.sprint() != null
          && line.sprint().equals(one.sprint())
          && one.day().equals(line.day())) {
        start = start == null ? one.interval().start() : start;
        end = one.interval().end();
      }
    }
    return start == null || end == null
        ? (isOneDay() ? "" : shortDay(line.day()) + " ") + "outside sprints"
        : when(line.day(), start, end);
  }

  private String when(LocalDate day, Instant start, Instant end) {
    String hours = Phrases.clock(start, review.zone()) + "-" + Phrases.clock(end, review.zone());
    return isOneDay() ? hours : shortDay(day) + " " + hours;
  }

  private boolean isOneDay() {
    return review.from().equals(review.to());
  }

  private static String shortDay(LocalDate day) {
    return day.toString().substring("2026-".length());
  }

  private static String rate(Pay pay) {
    return switch (pay) {
      case Pay.PerHour hour -> hour.rate().amount().toPlainString() + "/h";
      case Pay.PerItem item -> item.rate().amount().toPlainString();
      case Pay.Unpaid none -> NONE;
    };
  }

  private static String length(Duration length) {
    return Durations.passed(length);
  }

  private static String count(int number) {
    return Integer.toString(number);
  }

  private static <T> int total(Collection<T> all, Function<T, Integer> what) {
    return all.stream().mapToInt(what::apply).sum();
  }

  private static <T> Duration sum(Collection<T> all, Function<T, Duration> what) {
    return all.stream().map(what).reduce(Duration.ZERO, Duration::plus);
  }

  /** Rows of a table whose first column says when. */
  private static final class Rows {
    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** A column for each width; one of 0 holds text and takes what is left. */
    Rows(int... widths) {
      columns.add(new Column(0, WHEN, false));
      for (int width : widths) {
        if (width > 0) {
          columns.add(new Column(1, width, true));
        }
      }
    }

    void add(String... cells) {
      rows.add(List.of(cells));
    }

    Table table() {
      return new Table(columns, rows, true);
    }
  }
}
