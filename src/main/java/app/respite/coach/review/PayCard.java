package app.respite.coach.review;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.Figure;
import app.respite.coach.review.Part.FigureRow;
import app.respite.coach.review.Part.Name;
import app.respite.coach.review.Part.Note;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.SprintsBehind;
import app.respite.coach.review.Part.Table;
import app.respite.coach.words.PayWords;
import app.respite.domain.money.Earnings;
import app.respite.domain.money.PayFigures;
import app.respite.domain.review.PlatformFigures;
import app.respite.domain.review.Review;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.text.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What was earned, by task and by platform, and what that is for an hour. */
record PayCard() implements ReviewCard {
  private static final List<Column> COLUMNS =
      List.of(
          new Column(0, 17, false),
          new Column(1, 18, true),
          new Column(1, 18, true),
          new Column(1, 18, true));

  @Override
  public Optional<CardContent> page(Review review) {
    if (review.isEmpty()) {
      return Optional.empty();
    }
    List<TaskFigures> paid = paid(review);
    if (paid.isEmpty()) {
      return Optional.of(CardContent.of("Pay", new Said(say("review.pay.none"))));
    }
    List<Part> parts = new ArrayList<>();
    for (TaskFigures task : paid) {
      Function<Explained, Asked> asked = figure -> Asked.ofTask(figure, task.id());
      List<Figure> figures = figures(task.pay(), asked);
      money(figures, task.pay().pending(), "not decided yet", asked.apply(Explained.PENDING));
      money(figures, task.pay().setAside(), "to set aside", asked.apply(Explained.SET_ASIDE));
      parts.add(new Name(task.nameAndPlatform()));
      parts.add(new FigureRow(figures, true));
    }
    for (PlatformFigures platform : platforms(review)) {
      parts.add(new Name("All of " + platform.platform()));
      parts.add(
          new FigureRow(
              figures(platform.pay(), figure -> Asked.ofPlatform(figure, platform.platform())),
              true));
    }
    if (!ranges(paid).isEmpty()) {
      parts.add(new Said(ranges(paid)));
    }
    parts.add(new Note(say("review.pay.note")));
    parts.add(
        new SprintsBehind(
            review.sprints().stream()
                .filter(one -> paid.stream().anyMatch(task -> one.has(task.id())))
                .toList(),
            null));
    return Optional.of(new CardContent("Pay", parts));
  }

  /** The tasks with any pay to tell. */
  private static List<TaskFigures> paid(Review review) {
    return review.tasks().stream()
        .filter(task -> !task.pay().earned().isEmpty() || !task.pay().pending().isEmpty())
        .toList();
  }

  /** The platforms with pay to tell of which there is more than one task. */
  private static List<PlatformFigures> platforms(Review review) {
    return review.platforms().stream()
        .filter(one -> !one.pay().earned().isEmpty())
        .filter(
            one ->
                review.tasks().stream()
                        .filter(task -> task.platform().equals(one.platform()))
                        .count()
                    > 1)
        .toList();
  }

  private static List<Figure> figures(PayFigures pay, Function<Explained, Asked> asked) {
    List<Figure> figures = new ArrayList<>();
    money(figures, pay.perWorkHour(), "per work hour", asked.apply(Explained.PER_WORK_HOUR));
    money(
        figures, pay.perPresentHour(), "per present hour", asked.apply(Explained.PER_PRESENT_HOUR));
    money(figures, pay.earned(), "earned", asked.apply(Explained.EARNED));
    return figures;
  }

  private static void money(List<Figure> figures, Earnings earnings, String caption, Asked asked) {
    earnings
        .amounts()
        .forEach(
            (currency, amount) ->
                figures.add(new Figure(Figures.money(amount, currency), caption, asked)));
  }

  @Override
  public List<CardContent> text(Review review) {
    List<TaskFigures> paid = paid(review);
    if (paid.isEmpty() || review.isEmpty()) {
      return List.of();
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("", "earned", "per work hour", "per present hour"));
    for (TaskFigures task : paid) {
      add(rows, task.task(), task.pay());
    }
    for (PlatformFigures platform : platforms(review)) {
      add(rows, "all of " + platform.platform(), platform.pay());
    }
    List<String> said = new ArrayList<>();
    said.add("Present is work, breaks, natural rest and being ready.");
    Earnings aside = total(paid, PayFigures::setAside);
    if (aside.amounts().values().stream().anyMatch(amount -> amount.signum() != 0)) {
      said.add("Set aside for taxes: " + PayWords.amounts(aside) + ".");
    }
    Earnings pending = total(paid, PayFigures::pending);
    if (!pending.isEmpty()) {
      said.add("Not decided yet: " + PayWords.amounts(pending) + ".");
    }
    said.addAll(ranges(paid));
    return List.of(CardContent.of("Pay", new Table(COLUMNS, rows), new Said(said)));
  }

  private static void add(List<List<String>> rows, String name, PayFigures pay) {
    if (pay.earned().isEmpty()) {
      rows.add(List.of(name, "not decided", "-", "-"));
    }
    pay.earned()
        .amounts()
        .forEach(
            (currency, amount) ->
                rows.add(
                    List.of(
                        name,
                        Figures.money(amount, currency),
                        rate(pay.perWorkHour(), currency),
                        rate(pay.perPresentHour(), currency))));
  }

  /** What a present hour may come to, where something is not decided. */
  private static List<String> ranges(List<TaskFigures> tasks) {
    List<String> ranges = new ArrayList<>();
    for (TaskFigures task : tasks) {
      PayFigures pay = task.pay();
      pay.leastPerPresentHour()
          .amounts()
          .forEach(
              (currency, least) ->
                  ranges.add(
                      say(
                          "review.pay.range",
                          "task",
                          task.task(),
                          "least",
                          Figures.money(least, currency),
                          "most",
                          Figures.money(
                              pay.mostPerPresentHour().amounts().getOrDefault(currency, least),
                              currency))));
    }
    return ranges;
  }

  private static String rate(Earnings rates, String currency) {
    return rates.amounts().containsKey(currency)
        ? Figures.money(rates.amounts().get(currency), currency)
        : "-";
  }

  private static Earnings total(List<TaskFigures> tasks, Function<PayFigures, Earnings> what) {
    return tasks.stream().map(TaskFigures::pay).map(what).reduce(Earnings.NONE, Earnings::plus);
  }
}
