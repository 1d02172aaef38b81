package app.respite.ui.today;

import app.respite.coach.words.IdleWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.IdleQuestion;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.work.JournalRecord.Recovery;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.kit.ColumnPage;
import app.respite.ui.kit.Countdown;
import app.respite.ui.kit.DayPicture;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.TimelineView;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The day's page. It shows what {@link TodayFace} says and passes on what the user asks for. */
public final class TodayPage extends ColumnPage {
  /** Below this width the page is one column. */
  private static final double NARROW = 620;

  /** What the page can set going. */
  public record Deeds(
      Consumer<Command> send,
      Consumer<FirstMinute> begin,
      Runnable addTask,
      Runnable saveCheckIn,
      Runnable skipCheckIn,
      Runnable openReview) {
    /** Nothing at all. */
    public static final Deeds NONE =
        new Deeds(command -> {}, chosen -> {}, () -> {}, () -> {}, () -> {}, () -> {});
  }

  /**
   * What there is to show.
   *
   * @param snapshot the coach
   * @param passed time since the snapshot was made
   * @param known whether tasks, stretches and figures have been read; before that they are empty
   * @param upcoming how long the next sprint would be, null where it would have no end
   * @param tasks the tasks that can be chosen, the last used first
   */
  public record Data(
      Snapshot snapshot,
      Duration passed,
      boolean known,
      List<Task> tasks,
      List<DayPicture.Stretch> stretches,
      TodayFigures figures,
      LocalDate day,
      ZoneId zone,
      @Nullable Duration upcoming) {
    /** The chosen task. */
    public @Nullable Task task() {
      return tasks.stream()
          .filter(task -> task.name().equals(snapshot.task()))
          .findFirst()
          .orElse(null);
    }

    /** The moment shown. */
    public Instant now() {
      return snapshot.at().plus(passed);
    }

    /** The page's words and actions. */
    public TodayFace face() {
      return TodayFace.of(snapshot, passed, task(), zone, upcoming, suggested());
    }

    private @Nullable Task suggested() {
      Suggestion made = snapshot.suggestion();
      return tasks.stream()
          .filter(task -> made != null && task.id().equals(made.task()))
          .findFirst()
          .orElse(null);
    }
  }

  /** What is asked of the person, the first that is open before the others. */
  private sealed interface Question {
    /** What becomes of a session that was found open. */
    record Recovery() implements Question {}

    /** What time without input was. */
    record IdleTime(IdleQuestion about) implements Question {}

    /** How a sprint was, or the day. */
    record CheckIn() implements Question {}
  }

  private final Deeds deeds;
  private final MenuButton picker = new MenuButton();
  private final Label date = Nodes.label("", "quiet");
  private final RingView ring = new RingView();
  private final Button primary = new Button();
  private final VBox actions = new VBox(8);
  private final MenuButton more = new MenuButton("More");
  private final VBox side = new VBox(8);
  private final StackPane promptPlace = new StackPane();
  private final Pane middle = new StackPane();
  private final VBox questions = new VBox(12);
  private final Label rest = Nodes.label("Since rest", "quiet");
  private final StackPane restRow = new StackPane();
  private final RestBarView bar = new RestBarView();
  private final Label since = Nodes.label("", "since");
  private final Label sentence = Nodes.paragraph("", "sentence");
  private final Label basis = Nodes.paragraph("", "basis", "quiet");
  private final Label notice = Nodes.paragraph("", "notice");
  private final OfferCard offer;
  private final TimelineView timeline = new TimelineView();
  private final FlowPane legend = new FlowPane(16, 4);
  private final Label figures = Nodes.paragraph("", "figures");
  private final VBox choice = new VBox(12);
  private final HBox top = new HBox(8);
  private final VBox restCard = new VBox(4);
  private final VBox dayCard = new VBox(8);
  private final VBox column = new VBox(16);
  private final Supplier<CheckInPane> newCheckIn;
  private @Nullable CheckInPane checkIn;
  private @Nullable FirstMinutePane first;
  private @Nullable TodayFace face;
  private @Nullable List<Task> picked;
  private @Nullable String pickedTask;
  private boolean read;
  private @Nullable Question asked;
  private boolean foldable;
  private boolean folded;
  private @Nullable Boolean narrow;

  /** With what the page can set going. */
  public TodayPage(CheckInViewModel model, Deeds deeds) {
    this.deeds = deeds;
    this.newCheckIn =
        () -> new CheckInPane(model, deeds.saveCheckIn(), deeds.skipCheckIn(), deeds.openReview());
    this.offer = new OfferCard(deeds.send());

    picker.getStyleClass().addAll("flat", "task-picker");
    picker.setMaxWidth(360);
    picker.setPopupSide(Side.BOTTOM);
    primary.getStyleClass().addAll("primary", "wide");
    primary.setMinWidth(Region.USE_PREF_SIZE);
    more.getStyleClass().add("flat");
    more.setMinWidth(Region.USE_PREF_SIZE);

    top.getChildren().setAll(picker, Nodes.spring(), date);
    top.setAlignment(Pos.CENTER_LEFT);
    date.setMinWidth(Region.USE_PREF_SIZE);

    side.getChildren().setAll(primary, promptPlace, actions, more);
    Nodes.show(promptPlace, false);
    actions.setFillWidth(false);

    rest.setMinWidth(Region.USE_PREF_SIZE);
    since.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(bar, Priority.ALWAYS);
    restRow.getStyleClass().add("rest-row");
    restCard.getChildren().setAll(restRow, sentence, basis, notice);
    restCard.getStyleClass().add("card");
    restCard.setMinHeight(Region.USE_PREF_SIZE);
    dayCard.getChildren().setAll(timeline, legend, figures);
    dayCard.getStyleClass().add("card");
    dayCard.setMinHeight(Region.USE_PREF_SIZE);

    choice.getStyleClass().add("task-choice");
    choice.setAlignment(Pos.CENTER);
    VBox.setVgrow(middle, Priority.ALWAYS);
    questions.setMinHeight(Region.USE_PREF_SIZE);
    // The timer comes first, whatever is asked: questions never push it away.
    column.getChildren().setAll(top, middle, questions, offer, restCard, dayCard);
    column(column, 960);
    setFitToHeight(true);
    widthProperty().addListener((is, was, now) -> arrange(now.doubleValue()));
    heightProperty().addListener((is, was, now) -> ring.fit(getWidth(), now.doubleValue()));
    widthProperty().addListener((is, was, now) -> ring.fit(now.doubleValue(), getHeight()));
    arrange(getWidth() == 0 ? NARROW : getWidth());
  }

  /** Shows a moment of the day. */
  public void show(Data data, boolean askCheckIn) {
    TodayFace next = data.face();
    Snapshot now = data.snapshot();
    showPicker(data);
    date.setText(Phrases.day(data.day()));
    ring.show(next.ring());
    showActs(next);
    bar.show(next.bar());
    since.setText(RestBarView.since(next.bar()));
    Nodes.state(since, "reached", next.bar().inWindow());
    sentence.setText(next.sentence());
    Nodes.show(sentence, !next.sentence().isEmpty());
    basis.setText(next.basis());
    Nodes.show(basis, !next.basis().isEmpty());
    offer.show(next.offer());
    notice.setText(next.notice());
    Nodes.show(notice, !next.notice().isEmpty());
    DayPicture picture = DayPicture.of(data.stretches(), open(data), data.now(), data.zone());
    timeline.show(picture, data.now(), data.zone());
    showLegend(picture);
    figures.setText(
        !data.known()
            ? ""
            : picture.stretches().isEmpty()
                ? "Your day appears here as it happens: work, breaks, time away. Start a sprint to"
                    + " begin."
                : data.figures()
                    .plus(picture.beyond(data.stretches()), counting(now))
                    .line(now.task()));
    showQuestions(now, data.zone(), askCheckIn);
    // Before the first task there is one thing to do.
    boolean beginning = data.known() && data.tasks().isEmpty();
    for (Node later : List.of(picker, restCard, dayCard)) {
      Nodes.show(later, !beginning);
    }
    boolean same = face != null && face.choosing() == next.choosing();
    face = next;
    if (!same) {
      narrow = null;
      arrange(getWidth());
    }
  }

  /** Whether what the page sets going reaches anybody. */
  public void reachable(boolean yes) {
    side.setDisable(!yes);
    picker.setDisable(!yes);
    choice.setDisable(!yes);
    questions.setDisable(!yes);
    offer.setDisable(!yes);
  }

  /** Items of a sprint that has not ended; those of one that has are in its record. */
  private static int counting(Snapshot now) {
    boolean open = now.state() == Snapshot.Mode.SPRINT || now.state() == Snapshot.Mode.PAUSED;
    return open ? now.items() : 0;
  }

  /** What runs now and is in no span yet. */
  private static DayPicture.@Nullable Stretch open(Data data) {
    Snapshot now = data.snapshot();
    DayPicture.Look look =
        switch (now.state()) {
          case OFF -> null;
          case SPRINT, OVERRUN ->
              switch (now.presence()) {
                case HERE -> DayPicture.Look.WORK;
                case IDLE -> DayPicture.Look.IDLE;
                case AWAY -> DayPicture.Look.AWAY;
              };
          case PAUSED -> DayPicture.Look.PAUSED;
          case BREAK -> DayPicture.Look.REST;
          case READY -> DayPicture.Look.READY;
        };
    if (look == null) {
      return null;
    }
    Countdown count = Countdown.of(now, data.passed());
    Duration open = now.state() == Snapshot.Mode.OVERRUN ? count.overtime() : count.elapsed();
    Instant start =
        now.state() == Snapshot.Mode.PAUSED || now.state() == Snapshot.Mode.READY
            ? data.stretches().isEmpty() ? data.now() : data.stretches().getLast().end()
            : data.now().minus(open);
    String task = now.task() == null || look != DayPicture.Look.WORK ? "" : now.task();
    return new DayPicture.Stretch(look, start, data.now(), task);
  }

  private void showPicker(Data data) {
    Task task = data.task();
    String name =
        data.snapshot().task() == null
            ? "Choose a task"
            : task == null || task.platform().isEmpty()
                ? data.snapshot().task()
                : task.name() + " · " + task.platform();
    if (data.known() != read || !data.tasks().equals(picked) || !name.equals(pickedTask)) {
      read = data.known();
      picked = data.tasks();
      pickedTask = name;
      Nodes.elide(picker, name);
      picker.setAccessibleText("Task: " + name);
      List<MenuItem> items = new ArrayList<>();
      for (Task each : data.tasks()) {
        MenuItem item = new MenuItem(label(each));
        item.setOnAction(chosen -> choose(each));
        items.add(item);
      }
      MenuItem add = new MenuItem("Add a task…");
      add.setOnAction(chosen -> deeds.addTask().run());
      items.add(add);
      picker.getItems().setAll(items);
      showChoice(data);
    }
    underWay = data.snapshot().can().contains(Snapshot.Action.SWITCH);
  }

  private boolean underWay;

  private void choose(Task task) {
    deeds.send().accept(underWay ? new Input.SwitchTask(task) : new Input.Start(task, null, false));
  }

  /**
   * Chooses one of the big tasks in the middle by its number, from 1; false where there is none.
   */
  public boolean choose(int number) {
    if (face == null
        || !face.choosing()
        || picked == null
        || number < 1
        || number > Math.min(3, picked.size())) {
      return false;
    }
    choose(picked.get(number - 1));
    return true;
  }

  private static String label(Task task) {
    return task.platform().isEmpty() ? task.name() : task.name() + " · " + task.platform();
  }

  private void showChoice(Data data) {
    List<Task> tasks = data.tasks();
    choice.getChildren().clear();
    if (!data.known()) {
      return;
    }
    if (tasks.isEmpty()) {
      choice.getChildren().add(first());
      return;
    }
    choice.getChildren().add(Nodes.label("What are you working on?", "headline"));
    int number = 1;
    for (Task task : tasks.subList(0, Math.min(3, tasks.size()))) {
      Button big = Nodes.button("", () -> choose(task), "big-choice");
      Nodes.elide(big, label(task));
      big.setMaxWidth(420);
      big.setPrefWidth(420);
      big.setAlignment(Pos.CENTER_LEFT);
      big.setGraphic(Nodes.label(Integer.toString(number), "key"));
      big.setAccessibleText("Start " + label(task) + ", key " + number);
      choice.getChildren().add(big);
      number++;
    }
    if (tasks.size() > 3) {
      choice.getChildren().add(Nodes.label("The others are in the list at the top.", "quiet"));
    }
  }

  /** What is typed into it stays while the day goes on. */
  private FirstMinutePane first() {
    if (first == null) {
      first = new FirstMinutePane(deeds.begin());
    }
    return first;
  }

  private void showActs(TodayFace next) {
    if (face != null
        && Objects.equals(face.primary(), next.primary())
        && face.actions().equals(next.actions())
        && face.menu().equals(next.menu())
        && face.ring().tone() == next.ring().tone()) {
      return;
    }
    Act main = next.primary();
    Nodes.show(primary, main != null);
    if (main != null) {
      Nodes.elide(primary, main.label());
      primary.setMaxWidth(260);
      primary.setMinWidth(160);
      keyed(primary, main);
      primary.setOnAction(pressed -> deeds.send().accept(main.command()));
      Nodes.state(primary, "due", next.ring().tone() == TodayFace.Tone.DUE);
      Nodes.state(primary, "rest", next.ring().tone() == TodayFace.Tone.REST);
    }
    // A button that stays keeps the focus it may have.
    Map<String, Button> before = new HashMap<>();
    for (Node each : actions.getChildren()) {
      if (each instanceof Button button && button.getUserData() instanceof String key) {
        before.put(key, button);
      }
    }
    List<Button> now = next.actions().stream().map(act -> quiet(act, before)).toList();
    if (!now.equals(actions.getChildren())) {
      actions.getChildren().setAll(now);
    }
    more.getItems()
        .setAll(
            next.menu().stream()
                .map(
                    act -> {
                      MenuItem item = new MenuItem(act.label());
                      item.setOnAction(chosen -> deeds.send().accept(act.command()));
                      return item;
                    })
                .toList());
    Nodes.show(more, !next.menu().isEmpty());
  }

  private Button quiet(Act act, Map<String, Button> before) {
    Button known = before.get(act.key());
    Button button = known == null ? Nodes.button("", () -> {}, "flat", "quiet-act") : known;
    button.setText(act.label());
    button.setOnAction(pressed -> deeds.send().accept(act.command()));
    button.setUserData(act.key());
    keyed(button, act);
    return button;
  }

  static void keyed(Button button, Act act) {
    boolean key = !act.key().isEmpty();
    button.setGraphic(key ? Nodes.label(act.key(), "key") : null);
    button.setContentDisplay(ContentDisplay.RIGHT);
    button.setAccessibleText(key ? act.label() + ", key " + act.key() : act.label());
  }

  private void showLegend(DayPicture picture) {
    Set<DayPicture.Look> seen =
        picture.stretches().stream().map(DayPicture.Stretch::look).collect(Collectors.toSet());
    if (seen.equals(legend.getUserData())) {
      return;
    }
    legend.setUserData(seen);
    List<Node> names = new ArrayList<>();
    for (DayPicture.Look look : DayPicture.Look.values()) {
      if (seen.contains(look)) {
        names.add(TimelineView.legend(look));
      }
    }
    legend.getChildren().setAll(names);
    Nodes.show(legend, !names.isEmpty());
  }

  /** One question at a time; what it is about has ended, so that a new sprint folds it. */
  private void showQuestions(Snapshot now, ZoneId zone, boolean askCheckIn) {
    IdleQuestion idle = now.askIdle();
    Question next =
        now.askRecovery()
            ? new Question.Recovery()
            : idle != null
                ? new Question.IdleTime(idle)
                : askCheckIn ? new Question.CheckIn() : null;
    boolean folding =
        next instanceof Question.CheckIn
            && now.state() == Snapshot.Mode.SPRINT
            && !now.questions().before();
    if (folding != foldable) {
      foldable = folding;
      folded = folding;
      asked = null;
    }
    Nodes.show(offer, offer.offers() && next == null);
    if (Objects.equals(next, asked)) {
      return;
    }
    asked = next;
    questions
        .getChildren()
        .setAll(
            switch (next) {
              case null -> List.<Node>of();
              case Question.Recovery() -> List.of(recovery());
              case Question.IdleTime(IdleQuestion about) -> List.of(idle(about, zone));
              case Question.CheckIn() -> List.of(folded ? foldedCheckIn() : checkIn());
            });
    Nodes.show(questions, next != null);
  }

  private CheckInPane checkIn() {
    if (checkIn == null) {
      checkIn = newCheckIn.get();
    }
    return checkIn;
  }

  private Node foldedCheckIn() {
    String words = checkIn().question();
    Button open = Nodes.button("Answer", this::unfold, "flat");
    open.setAccessibleText("Answer: " + words);
    HBox strip = new HBox(12, Nodes.label(words), open);
    strip.setAlignment(Pos.CENTER_LEFT);
    strip.getStyleClass().addAll("card", "folded");
    return strip;
  }

  /** Opens a question that was folded; what was marked before is still there. */
  public void unfold() {
    if (folded && asked instanceof Question.CheckIn) {
      folded = false;
      questions.getChildren().setAll(checkIn());
    }
  }

  /** Whether a question waits folded. */
  public boolean folded() {
    return folded && asked instanceof Question.CheckIn;
  }

  /** Puts the prompt beside the ring, where the break is taken anyway; null takes it away. */
  public void prompt(@Nullable Node prompt) {
    promptPlace.getChildren().setAll(prompt == null ? List.of() : List.of(prompt));
    Nodes.show(promptPlace, prompt != null);
  }

  private Node recovery() {
    return question(
        "A session was still open when Respite ended.",
        "Nothing but the last seconds is lost. What shall become of it?",
        answer("Keep it", new Input.Recover(Recovery.KEEP), true),
        answer("Keep it up to the last input", new Input.Recover(Recovery.TRIM), false),
        answer("Leave it out", new Input.Recover(Recovery.DISCARD), false));
  }

  private Node idle(IdleQuestion idle, ZoneId zone) {
    List<IdleWords.Choice> choices = IdleWords.choices(idle);
    return question(
        IdleWords.title(idle, zone),
        IdleWords.WHY,
        choices.stream()
            .map(each -> answer(each.label(), each.command(), each.equals(choices.getFirst())))
            .toArray(Button[]::new));
  }

  private Button answer(String label, Command command, boolean main) {
    Button button = Nodes.button(label, () -> deeds.send().accept(command));
    if (main) {
      button.getStyleClass().add("primary");
    }
    return button;
  }

  private static Node question(String what, String more, Button... answers) {
    FlowPane row = new FlowPane(8, 8, answers);
    VBox card = new VBox(8, Nodes.paragraph(what, "section"), Nodes.paragraph(more, "quiet"), row);
    card.getStyleClass().add("card");
    return card;
  }

  private void arrange(double width) {
    boolean one = width < NARROW;
    Boolean now = one;
    if (now.equals(narrow)) {
      return;
    }
    narrow = now;
    Nodes.state(this, "narrow", one);
    HBox beside = new HBox(12);
    beside.setAlignment(Pos.TOP_LEFT);
    if (one) {
      beside.getChildren().setAll(rest, Nodes.spring(), since);
      restRow.getChildren().setAll(new VBox(4, beside, bar));
    } else {
      beside.getChildren().setAll(rest, bar, since);
      restRow.getChildren().setAll(beside);
    }
    middle.getChildren().clear();
    if (face != null && face.choosing()) {
      middle.getChildren().setAll(choice);
      return;
    }
    if (one) {
      VBox stacked = new VBox(16, ring, side);
      stacked.setAlignment(Pos.CENTER);
      side.setAlignment(Pos.CENTER);
      actions.setAlignment(Pos.CENTER);
      middle.getChildren().setAll(stacked);
    } else {
      // As much room on the left as the actions take, so that the ring stands in the middle.
      Region balance = new Region();
      balance.prefWidthProperty().bind(side.widthProperty());
      side.setAlignment(Pos.CENTER_LEFT);
      actions.setAlignment(Pos.CENTER_LEFT);
      HBox centred = new HBox(40, balance, ring, side);
      centred.setAlignment(Pos.CENTER);
      middle.getChildren().setAll(centred);
    }
  }
}
