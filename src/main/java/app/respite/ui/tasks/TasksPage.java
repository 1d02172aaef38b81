package app.respite.ui.tasks;

import app.respite.coach.typed.Moments;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.kit.ColumnPage;
import app.respite.ui.kit.Disclosure;
import app.respite.ui.kit.Nodes;
import app.respite.ui.tasks.TaskDraft.Checked;
import app.respite.ui.tasks.TaskDraft.Field;
import app.respite.ui.tasks.TaskDraft.PayKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;

/** The page of gig tasks: the list, and the one that is edited. */
public final class TasksPage extends ColumnPage {
  private static final double NARROW = 680;

  /** With more tasks than this there is something to search in. */
  private static final int MANY = 8;

  /**
   * What the page can set going.
   *
   * @param save saves a task; the answer comes back with the next {@link #show}
   * @param archive hides a task from choice, or brings it back
   * @param start begins to work on a task
   * @param newId an identity for a new task
   * @param rules the settings a task has of its own
   */
  public record Deeds(
      Consumer<Task> save,
      Consumer<Task> archive,
      Consumer<Task> start,
      Supplier<UUID> newId,
      RulesOf rules) {}

  /** Makes the rows of a task's own settings. */
  @FunctionalInterface
  public interface RulesOf {
    /** For the task of that name. */
    Node of(String task);
  }

  private static final Set<Field> MORE = EnumSet.of(Field.TARGET, Field.DEADLINE, Field.HOURS_CAP);

  private final Deeds deeds;
  private final VBox list = new VBox(4);
  private final TextField search = new TextField();
  private final VBox found = new VBox(8, search, list);
  private final VBox form = new VBox(12);
  private final TextField name = new TextField();
  private final TextField platform = new TextField();
  private final TextField work = new TextField();
  private final Map<PayKind, ToggleButton> pay = new EnumMap<>(PayKind.class);
  private final TextField amount = new TextField();
  private final TextField currency = new TextField();
  private final TextField target = new TextField();
  private final TextField deadline = new TextField();
  private final TextField hoursCap = new TextField();
  private final CheckBox passive = new CheckBox("No input needed (listening, watching)");
  private final CheckBox heavy =
      new CheckBox("Heavy content (violent, sexual or otherwise burdening)");
  private final Map<Field, Label> errors = new EnumMap<>(Field.class);
  private final Map<Field, TextField> inputs = new EnumMap<>(Field.class);
  private final Label title = Nodes.label("", "section");
  private final Button archive = Nodes.button("", this::archive);
  private final StackPane rules = new StackPane();
  private final HBox money = new HBox(8);
  private final Pane layout = new StackPane();
  private List<Task> tasks = List.of();
  private Moments moments;
  private final ToggleButton more = Disclosure.opener("More");
  private @Nullable Task edited;
  private boolean started;
  private @Nullable Boolean narrow;

  /**
   * With what the page can set going.
   *
   * @param moments reads what is typed before there is anything to {@link #show}
   */
  public TasksPage(Deeds deeds, Moments moments) {
    this.deeds = deeds;
    this.moments = moments;
    for (Field field : Field.values()) {
      Label error = Nodes.paragraph("", "error-text");
      Nodes.show(error, false);
      errors.put(field, error);
    }
    search.setPromptText("Search");
    search.setAccessibleText("Search the tasks");
    search.textProperty().addListener(changed -> showList());
    buildForm();
    form.getStyleClass().add("card");
    VBox column = new VBox(16, heading(), layout);
    column(column, 960);
    widthProperty().addListener((is, was, now) -> arrange(now.doubleValue()));
    arrange(NARROW);
    edit(null);
  }

  private Node heading() {
    HBox heading =
        new HBox(
            8,
            Nodes.label("Tasks", "headline"),
            Nodes.spring(),
            Nodes.button("Add a task", this::add));
    heading.setAlignment(Pos.CENTER_LEFT);
    return heading;
  }

  private void buildForm() {
    SegmentedButton kinds = new SegmentedButton();
    ToggleGroup group = new ToggleGroup();
    for (PayKind kind : PayKind.values()) {
      ToggleButton button = new ToggleButton(kind.word());
      button.setAccessibleText("Pay: " + kind.word());
      button.setToggleGroup(group);
      // One of them always holds; the arrow keys choose without pressing.
      button.setOnAction(pressed -> button.setSelected(true));
      button.selectedProperty().addListener(changed -> showMoney());
      pay.put(kind, button);
      kinds.getButtons().add(button);
    }
    kinds.setToggleGroup(group);
    amount.setPrefColumnCount(6);
    amount.setAccessibleText("Amount");
    amount.setPromptText("0.05");
    currency.setPrefColumnCount(4);
    currency.setAccessibleText("Currency");
    money.getChildren().setAll(amount, currency);
    FlowPane payRow = new FlowPane(12, 8, kinds, money);
    target.setPrefColumnCount(7);
    deadline.setPrefColumnCount(9);
    deadline.setPromptText("2026-03-14");
    hoursCap.setPrefColumnCount(6);
    hoursCap.setPromptText("20h");
    inputs.put(Field.NAME, name);
    inputs.put(Field.AMOUNT, amount);
    inputs.put(Field.CURRENCY, currency);
    inputs.put(Field.TARGET, target);
    inputs.put(Field.DEADLINE, deadline);
    inputs.put(Field.HOURS_CAP, hoursCap);
    inputs.values().forEach(input -> input.setOnAction(entered -> save()));
    platform.setOnAction(entered -> save());
    work.setOnAction(entered -> save());
    platform.setPromptText("where the work comes from");
    work.setPromptText("boxes, transcripts, ratings");
    FlowPane limits =
        new FlowPane(
            16,
            12,
            field("Target (items)", target, Field.TARGET),
            field("Deadline", deadline, Field.DEADLINE),
            field("Most hours a week", hoursCap, Field.HOURS_CAP));
    Button save = Nodes.button("Save", this::save, "primary", "wide");
    Button cancel = Nodes.button("Undo changes", () -> edit(edited), "flat");
    FlowPane buttons = new FlowPane(8, 8, save, cancel, archive);
    passive.setWrapText(true);
    heavy.setWrapText(true);
    form.getChildren()
        .setAll(
            title,
            field("Name", name, Field.NAME),
            field("Platform", platform, null),
            new VBox(
                4, Nodes.label("Pay", "quiet"), payRow, error(Field.AMOUNT), error(Field.CURRENCY)),
            more(field("Kind of work", work, null), limits, passive, heavy),
            buttons,
            rules);
  }

  /** What most tasks do without. */
  private Node more(Node... fields) {
    VBox place = new VBox(12, fields);
    place.visibleProperty().bind(more.selectedProperty());
    place.managedProperty().bind(more.selectedProperty());
    return new VBox(8, more, place);
  }

  private Label error(Field field) {
    return Objects.requireNonNull(errors.get(field));
  }

  private Node field(String words, TextField input, @Nullable Field field) {
    Label label = Nodes.label(words, "quiet");
    label.setLabelFor(input);
    input.setAccessibleText(words);
    VBox box = new VBox(4, label, input);
    if (field != null) {
      box.getChildren().add(error(field));
    }
    return box;
  }

  /** Shows the tasks there are; what is being typed stays. */
  public void show(List<Task> now, Moments reader) {
    moments = reader;
    if (now.equals(tasks) && started) {
      return;
    }
    tasks = List.copyOf(now);
    Task before = edited;
    if (before != null) {
      Task fresh =
          tasks.stream().filter(task -> task.id().equals(before.id())).findFirst().orElse(null);
      if (fresh == null || !fresh.equals(before)) {
        edit(fresh);
      }
    } else if (!started && !tasks.isEmpty()) {
      edit(tasks.getFirst());
    } else {
      // A task that has just been added is the one that was being typed.
      String typed = name.getText().strip();
      tasks.stream().filter(task -> task.name().equals(typed)).findFirst().ifPresent(this::edit);
    }
    started = true;
    showList();
  }

  /** Begins a new task. */
  public void add() {
    edit(null);
    focus(name);
  }

  private void focus(TextField field) {
    // A page opened for the first time has its content in no scene yet, where nothing takes focus.
    applyCss();
    layout();
    field.requestFocus();
  }

  private void showList() {
    List<Node> rows = new ArrayList<>();
    List<Task> active = tasks.stream().filter(task -> !task.archived()).toList();
    boolean many = active.size() > MANY;
    Nodes.show(search, many);
    String wanted = many ? search.getText().strip().toLowerCase(Locale.ROOT) : "";
    for (Task task : active) {
      if ((task.name() + " " + describe(task)).toLowerCase(Locale.ROOT).contains(wanted)) {
        rows.add(started(task));
      }
    }
    if (rows.isEmpty() && many) {
      rows.add(Nodes.paragraph("No task has this in its name, platform or work.", "quiet"));
    }
    if (rows.isEmpty()) {
      rows.add(
          Nodes.paragraph(
              "The gigs you work on stand here. Give the first one a name and save it.", "quiet"));
    }
    List<Task> hidden = tasks.stream().filter(Task::archived).toList();
    if (!hidden.isEmpty()) {
      rows.add(Nodes.label("Archived", "list-heading"));
      hidden.forEach(task -> rows.add(row(task)));
    }
    list.getChildren().setAll(rows);
  }

  /** A task that can be worked on: its row, and the way to begin beside it. */
  private Node started(Task task) {
    Node row = row(task);
    HBox.setHgrow(row, Priority.ALWAYS);
    Button start = Nodes.button("Start", () -> deeds.start().accept(task), "small");
    start.setAccessibleText("Start " + task.name());
    HBox line = new HBox(4, row, start);
    line.setAlignment(Pos.CENTER_LEFT);
    return line;
  }

  private Node row(Task task) {
    Button row = Nodes.button("", () -> edit(task), "flat", "list-row");
    Label words = Nodes.label("", "list-name");
    Label more = Nodes.label("", "quiet");
    Nodes.elide(words, task.name());
    Nodes.elide(more, describe(task));
    words.setMinWidth(0);
    more.setMinWidth(0);
    VBox lines = new VBox(2, words, more);
    lines.setMinWidth(0);
    lines.setAlignment(Pos.CENTER_LEFT);
    row.setGraphic(lines);
    row.setMinWidth(0);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleText("Edit " + task.name() + ", " + describe(task));
    Nodes.tip(row, task.name());
    Nodes.state(row, "chosen", edited != null && edited.id().equals(task.id()));
    return row;
  }

  /** A task's second line: platform, work, pay. */
  static String describe(Task task) {
    List<String> parts = new ArrayList<>();
    if (!task.platform().isEmpty()) {
      parts.add(task.platform());
    }
    if (!task.work().isEmpty()) {
      parts.add(task.work());
    }
    parts.add(
        switch (task.pay()) {
          case Pay.PerHour hour -> money(hour.rate()) + " " + PayKind.HOUR.word();
          case Pay.PerItem item -> money(item.rate()) + " " + PayKind.ITEM.word();
          case Pay.Unpaid none -> "unpaid";
        });
    return String.join(" · ", parts);
  }

  private static String money(Money rate) {
    return Figures.exactMoney(rate.amount(), rate.currency());
  }

  private void edit(@Nullable Task task) {
    edited = task;
    TaskDraft draft = task == null ? TaskDraft.EMPTY : TaskDraft.of(task, moments);
    title.setText(task == null ? "New task" : "Edit");
    name.setText(draft.name());
    platform.setText(draft.platform());
    work.setText(draft.work());
    pay.forEach((kind, button) -> button.setSelected(kind == draft.pay()));
    amount.setText(draft.amount());
    currency.setText(draft.currency());
    target.setText(draft.target());
    deadline.setText(draft.deadline());
    hoursCap.setText(draft.hoursCap());
    passive.setSelected(draft.passive());
    heavy.setSelected(draft.heavy());
    // What is set stays in sight.
    more.setSelected(
        !draft.work().isEmpty()
            || !draft.target().isEmpty()
            || !draft.deadline().isEmpty()
            || !draft.hoursCap().isEmpty()
            || draft.passive()
            || draft.heavy());
    showErrors(Map.of());
    showMoney();
    archive.setText(task != null && task.archived() ? "Bring back" : "Archive");
    Nodes.show(archive, task != null);
    rules.getChildren().clear();
    if (task != null) {
      rules.getChildren().add(deeds.rules().of(task.name()));
    }
    showList();
  }

  private void showMoney() {
    Nodes.show(money, kind() != PayKind.NONE);
  }

  private PayKind kind() {
    return pay.entrySet().stream()
        .filter(each -> each.getValue().isSelected())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(PayKind.NONE);
  }

  private void save() {
    TaskDraft draft =
        new TaskDraft(
            name.getText(),
            platform.getText(),
            work.getText(),
            kind(),
            amount.getText(),
            currency.getText(),
            target.getText(),
            deadline.getText(),
            hoursCap.getText(),
            passive.isSelected(),
            heavy.isSelected());
    Task before = edited;
    Set<String> taken =
        tasks.stream()
            .filter(task -> before == null || !task.id().equals(before.id()))
            .map(Task::name)
            .collect(Collectors.toSet());
    switch (draft.check(before, deeds.newId().get(), taken, moments)) {
      case Checked.Good good -> {
        showErrors(Map.of());
        deeds.save().accept(good.task());
      }
      case Checked.Bad bad -> {
        showErrors(bad.errors());
        if (bad.errors().keySet().stream().anyMatch(MORE::contains)) {
          more.setSelected(true);
        }
        inputs.entrySet().stream()
            .filter(input -> bad.errors().containsKey(input.getKey()))
            .findFirst()
            .ifPresent(input -> focus(input.getValue()));
      }
    }
  }

  private void showErrors(Map<Field, String> found) {
    errors.forEach(
        (field, label) -> {
          String error = found.getOrDefault(field, "");
          label.setText(error);
          Nodes.show(label, !error.isEmpty());
        });
  }

  private void archive() {
    Task task = edited;
    if (task != null) {
      deeds.archive().accept(task);
    }
  }

  private void arrange(double width) {
    Boolean one = width < NARROW;
    if (one.equals(narrow)) {
      return;
    }
    narrow = one;
    layout.getChildren().clear();
    if (one) {
      found.setPrefWidth(USE_COMPUTED_SIZE);
      found.setMinWidth(0);
      layout.getChildren().setAll(new VBox(16, found, form));
    } else {
      found.setPrefWidth(300);
      found.setMinWidth(240);
      HBox.setHgrow(form, Priority.ALWAYS);
      layout.getChildren().setAll(new HBox(24, found, form));
    }
  }
}
