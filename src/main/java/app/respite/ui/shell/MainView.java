package app.respite.ui.shell;

import app.respite.coach.words.Phrases;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.kit.FxThread;
import app.respite.ui.kit.KeyGuard;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.PromptPane;
import app.respite.ui.kit.PromptViewModel;
import app.respite.ui.kit.ScaledPane;
import app.respite.ui.money.MoneyPage;
import app.respite.ui.review.ReviewPage;
import app.respite.ui.rules.BackupCard;
import app.respite.ui.rules.RulesPage;
import app.respite.ui.rules.SettingControl;
import app.respite.ui.rules.SettingsViewModel;
import app.respite.ui.tasks.TasksPage;
import app.respite.ui.theme.Appearance;
import app.respite.ui.today.Act;
import app.respite.ui.today.CheckInViewModel;
import app.respite.ui.today.CheckInViewModel.Asked;
import app.respite.ui.today.Hotkey;
import app.respite.ui.today.TodayFace;
import app.respite.ui.today.TodayPage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.animation.FadeTransition;
import javafx.event.EventTarget;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The window's content: header, what needs an answer, and the page that is open. */
public final class MainView {
  /** The pages, in the order of their keys. */
  public enum Page {
    TODAY("_Today"),
    REVIEW("_Review"),
    MONEY("_Money"),
    TASKS("Tas_ks"),
    SETTINGS("Ru_les");

    private final String label;

    /** The page of a name in lower case. */
    static Optional<Page> named(String name) {
      return Stream.of(values())
          .filter(page -> page.name().toLowerCase(Locale.ROOT).equals(name))
          .findFirst();
    }

    Page(String label) {
      this.label = label;
    }
  }

  private static final double RULE_WORDS = 250;

  /** What the names of all pages take with room around them. */
  private static final double TABS = 440;

  /** The button for all commands needs so much more. */
  private static final double COMMANDS = 100;

  static final double WIDTH = 880;
  static final double HEIGHT = 620;

  private final ShellViewModel model;
  private final SettingsViewModel settings;
  private static final long RATING_WAITS_MINUTES = 5;

  private final CheckInViewModel checkIn = new CheckInViewModel();
  private final PromptViewModel prompts = new PromptViewModel();
  private final KeyGuard guard;
  private final TodayPage today;
  private @Nullable TasksPage tasks;
  private @Nullable ReviewPage review;
  private @Nullable MoneyPage money;
  private @Nullable Overlay overlay;

  /** The pages that were opened so far; the others are not built. */
  private final Map<Page, Node> pages = new EnumMap<>(Page.class);

  private final Map<Page, ToggleButton> tabs = new EnumMap<>(Page.class);
  private final StackPane body = new StackPane();
  private final PromptPane prompt;
  private final Label lost = Nodes.paragraph("", "lost-text");
  private final Node lostBar;
  private final Button again;
  private final Label message = Nodes.paragraph("", "message-text");
  private final Node messageBar;
  private final Button dismiss;
  private final VBox frame = new VBox();
  private final StackPane root = new StackPane();
  private final ScaledPane scaled;
  private final Scene scene;
  private final Appearance appearance;
  private Page page = Page.TODAY;
  private PromptViewModel.@Nullable Face asking;
  private @Nullable Instant promptedAt;
  private @Nullable Suggestion offered;
  private Runnable rendered = () -> {};
  private Runnable turned = () -> {};

  /** Around a model. */
  public MainView(ShellViewModel model) {
    this.model = model;
    guard = new KeyGuard(model.context().clock());
    settings =
        new SettingsViewModel(
            () -> model.context().settings(), model.context().background(), FxThread::run, null);
    today =
        new TodayPage(
            checkIn,
            new TodayPage.Deeds(
                model::send,
                model::begin,
                this::addTask,
                this::saveCheckIn,
                this::skipCheckIn,
                () -> show(Page.REVIEW)));
    prompt = new PromptPane(this::answer, true);
    pages.put(Page.TODAY, today);
    dismiss = Nodes.button("Close", model::dismiss, "flat");
    again = Nodes.button("Start the coach again", model::startAgain, "primary");
    lostBar = bar("lost", lost, again);
    messageBar = bar("message", message, dismiss);
    VBox.setVgrow(body, Priority.ALWAYS);
    frame.getChildren().setAll(header(), lostBar, prompt, messageBar, body);
    Nodes.show(prompt, false);
    Nodes.show(lostBar, false);
    root.getStyleClass().add("window");
    root.getChildren().setAll(frame);
    scaled = new ScaledPane(root);
    scene = new Scene(new Region(), WIDTH, HEIGHT);
    scene.addEventFilter(KeyEvent.ANY, this::hold);
    scene.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    scene.addEventHandler(KeyEvent.KEY_TYPED, this::typed);

    scene.focusOwnerProperty().addListener((is, was, now) -> keepFocus(was));
    appearance = new Appearance(() -> dress(model.preferencesProperty().get()));
    model.updateProperty().addListener(changed -> render());
    model.historyProperty().addListener(changed -> render());
    model.lostProperty().addListener(changed -> render());
    model.messageProperty().addListener(changed -> render());
    model.preferencesProperty().addListener((is, was, now) -> dress(now));
    settings.show(model.settingsProperty().get());
    model.settingsProperty().addListener((is, was, now) -> settings.show(now));
    dress(model.preferencesProperty().get());
    show(Page.TODAY);
    // Last, since whatever is in a scene is styled anew with every change to it.
    scene.setRoot(scaled);
    today.requestFocus();
  }

  /** The scene. */
  public Scene scene() {
    return scene;
  }

  /** The rows of the page of rules and settings. */
  public SettingsViewModel settings() {
    return settings;
  }

  /** The pages that have been built. */
  Set<Page> built() {
    return Set.copyOf(pages.keySet());
  }

  /** Tells after every repaint. */
  void onRendered(Runnable listener) {
    rendered = listener;
  }

  /** Tells after every change of the page. */
  void onTurned(Runnable listener) {
    turned = listener;
  }

  /** Whether anything in sight moves with time. */
  public boolean ticks() {
    boolean there = model.lostProperty().get().isEmpty();
    return there && TodayFace.ticks(model.snapshot()) && (page == Page.TODAY || asking != null);
  }

  private Node header() {
    ToggleGroup group = new ToggleGroup();
    HBox header = new HBox(4);
    header.getStyleClass().add("header");
    header.setAlignment(Pos.CENTER_LEFT);
    for (Page each : Page.values()) {
      ToggleButton tab = new ToggleButton(each.label);
      tab.setMnemonicParsing(true);
      tab.getStyleClass().addAll("flat", "tab-button");
      tab.setToggleGroup(group);
      tab.setMinWidth(Region.USE_PREF_SIZE);
      tab.setAccessibleText(each.label.replace("_", ""));
      tab.setOnAction(
          pressed -> {
            show(each);
            fadeIn();
          });
      tabs.put(each, tab);
      header.getChildren().add(tab);
    }
    Button everything = Nodes.button("Ctrl+K", this::openPalette, "flat", "help");
    everything.setAccessibleText("Everything that can be done, by its name");
    Nodes.tip(everything, "Everything that can be done");
    Button help = Nodes.button("?", this::openKeys, "flat", "help");
    help.setAccessibleText("Show the keys");
    Nodes.tip(help, "Keys");
    header.getChildren().addAll(Nodes.spring(), everything, help);
    root.widthProperty()
        .addListener(
            changed -> {
              Nodes.state(header, "narrow", root.getWidth() < TABS);
              Nodes.show(everything, root.getWidth() >= TABS + COMMANDS);
            });
    return header;
  }

  private static Node bar(String style, Label words, Button deed) {
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox bar = new HBox(12, words, deed);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().addAll("bar", style);
    return bar;
  }

  /** Opens a page. */
  public void show(Page next) {
    page = next;
    hideOverlay();
    tabs.forEach((each, tab) -> tab.setSelected(each == next));
    body.getChildren().setAll(page(next));
    if (review != null && next == Page.REVIEW) {
      review.open(model.historyProperty().get().day());
    }
    render();
    // Keys belong to the page, not to the tab that opened it.
    page(next).requestFocus();
    turned.run();
  }

  private Node page(Page which) {
    return pages.computeIfAbsent(which, this::build);
  }

  private Node build(Page which) {
    return switch (which) {
      case TODAY -> today;
      case REVIEW -> {
        review = new ReviewPage(new Reviews(model), FxThread::after, () -> show(Page.TODAY));
        yield review;
      }
      case MONEY -> {
        money = new MoneyPage(new MoneySource(model, this::show), FxThread::after);
        yield money;
      }
      case TASKS -> {
        tasks =
            new TasksPage(
                new TasksPage.Deeds(
                    model::save, model::archive, this::startTask, UUID::randomUUID, this::rulesOf),
                model.moments());
        yield tasks;
      }
      case SETTINGS ->
          new RulesPage(
              settings,
              model::preview,
              FxThread::after,
              model::zone,
              model.context().autostart(),
              new BackupCard(
                  model.context().backups(),
                  model.context().clock().zone(),
                  model.context().background(),
                  FxThread::run),
              model.context().background(),
              FxThread::run);
    };
  }

  private void fadeIn() {
    if (appearance.reducedMotion(model.preferencesProperty().get())) {
      return;
    }
    FadeTransition fade = new FadeTransition(Duration.millis(150), body);
    fade.setFromValue(0.3);
    fade.setToValue(1);
    fade.play();
  }

  private void dress(Preferences now) {
    appearance.look(now).dress(scene);
    scaled.setScale(appearance.scale(now));
  }

  /** Shows the present moment. */
  public void render() {
    Snapshot now = model.snapshot();
    boolean gone = !model.lostProperty().get().isEmpty();
    lost.setText(
        gone
            ? model.lostProperty().get()
                + ". What you see is as of "
                + Phrases.clock(now.at(), model.zone())
                + "; your journal is safe."
            : "");
    if (gone && !lostBar.isVisible()) {
      offerAgain();
    } else if (!gone && again.equals(scene.getFocusOwner())) {
      page(page).requestFocus();
    }
    Nodes.show(lostBar, gone);
    String told = model.messageProperty().get();
    String trouble = told.isEmpty() ? model.updateProperty().get().trouble() : told;
    message.setText(trouble);
    Nodes.show(messageBar, !trouble.isEmpty());
    Nodes.show(dismiss, !told.isEmpty());
    showPrompt(now, gone);
    Asked asked = gone ? Asked.NOTHING : Asked.of(now, deepInWork(now));
    if (checkIn.ask(asked, now.items())) {
      guard.appeared();
    }
    Suggestion suggested = now.suggestion();
    if (suggested != null && !suggested.equals(offered)) {
      guard.appeared();
    }
    offered = suggested;
    TodayPage.Data data = model.today();
    if (page == Page.TODAY) {
      today.show(data, checkIn.asked());
      today.reachable(!gone);
    } else if (page == Page.REVIEW && review != null) {
      review.offer(now.questions().evening());
    } else if (page == Page.MONEY && money != null) {
      money.show(model.updateProperty().get().sequence());
    } else if (page == Page.TASKS && tasks != null) {
      tasks.show(model.historyProperty().get().tasks(), model.moments());
    }
    rendered.run();
  }

  /** The next sprint has run for so long that the last one's rating is not coming any more. */
  private static boolean deepInWork(Snapshot now) {
    return now.state() == Snapshot.Mode.SPRINT && now.elapsed().toMinutes() >= RATING_WAITS_MINUTES;
  }

  /** Nothing else on the page can be done now; who is typing is left alone. */
  private void offerAgain() {
    FxThread.later(
        () -> {
          if (lostBar.isVisible() && !(scene.getFocusOwner() instanceof TextInputControl)) {
            again.requestFocus();
          }
        });
  }

  private void showPrompt(Snapshot now, boolean gone) {
    PromptViewModel.Face face =
        gone ? null : prompts.face(now, model.passed(), model.zone()).orElse(null);
    asking = face;
    Nodes.show(prompt, face != null);
    placePrompt(face != null && page == Page.TODAY);
    if (face == null) {
      promptedAt = null;
      return;
    }
    prompt.show(face);
    Snapshot.DueBreak due = now.due();
    if (due != null && !due.since().equals(promptedAt)) {
      promptedAt = due.since();
      guard.appeared();
    }
  }

  /**
   * On Today the break is taken beside the ring, so that the answers belong there; elsewhere they
   * stand above the page.
   */
  private void placePrompt(boolean within) {
    prompt.within(within);
    if (within && frame.getChildren().remove(prompt)) {
      today.prompt(prompt);
    } else if (!within && !frame.getChildren().contains(prompt)) {
      today.prompt(null);
      frame.getChildren().add(frame.getChildren().indexOf(messageBar), prompt);
    }
  }

  /** Gives the prompt's answer. */
  public void answer(PromptViewModel.Choice choice) {
    prompts.press(choice, model.snapshot(), model.passed()).ifPresent(model::send);
    render();
  }

  private void saveCheckIn() {
    checkIn.save().forEach(model::send);
    render();
    today.requestFocus();
  }

  private void skipCheckIn() {
    checkIn.skip().forEach(model::send);
    render();
    today.requestFocus();
  }

  private void addTask() {
    show(Page.TASKS);
    if (tasks != null) {
      tasks.add();
    }
  }

  /** Works on a task from now on, and shows it. */
  private void startTask(Task task) {
    boolean underWay = model.snapshot().can().contains(Snapshot.Action.SWITCH);
    model.send(underWay ? new Input.SwitchTask(task) : new Input.Start(task, null, false));
    show(Page.TODAY);
  }

  private Node rulesOf(String task) {
    SettingsViewModel own =
        new SettingsViewModel(
            () -> model.context().settings(), model.context().background(), FxThread::run, task);
    VBox rows = new VBox(12);
    rows.getChildren().add(Nodes.label("Rules of this task", "section"));
    rows.getChildren()
        .add(Nodes.paragraph("What you change here holds for this task alone.", "quiet"));
    own.rows().stream()
        .filter(row -> !CoachKeys.ofTasks().contains(row.key()))
        .forEach(row -> rows.getChildren().add(SettingControl.row(row, RULE_WORDS)));
    own.show(model.settingsProperty().get());
    return rows;
  }

  private void openKeys() {
    open(new KeysOverlay(this::closeOverlay));
  }

  /** One at a time. */
  private void open(Overlay next) {
    hideOverlay();
    overlay = next;
    root.getChildren().add(next);
    next.open();
  }

  private void hideOverlay() {
    root.getChildren().remove(overlay);
    overlay = null;
  }

  /** Everything that can be done now, by its name. */
  private void openPalette() {
    List<CommandPalette.Entry> entries = new ArrayList<>();
    TodayFace face = model.today().face();
    Act main = face.primary();
    Stream.of(
            main == null ? Stream.<Act>of() : Stream.of(main),
            face.actions().stream(),
            face.menu().stream())
        .flatMap(acts -> acts)
        .forEach(
            act ->
                entries.add(
                    new CommandPalette.Entry(act.label(), () -> model.send(act.command()))));
    if (asking != null) {
      asking.choices().stream()
          .filter(choice -> !choice.main())
          .forEach(
              choice ->
                  entries.add(
                      new CommandPalette.Entry(
                          (choice.command() instanceof Input.Postpone ? "Put off the break: " : "")
                              + choice.label(),
                          () -> answer(choice))));
    }
    boolean underWay = model.snapshot().can().contains(Snapshot.Action.SWITCH);
    for (Task task : model.today().tasks()) {
      entries.add(
          new CommandPalette.Entry(
              (underWay ? "Switch to " : "Start ")
                  + task.name()
                  + (task.platform().isEmpty() ? "" : " · " + task.platform()),
              () -> startTask(task)));
    }
    for (Page each : Page.values()) {
      entries.add(
          new CommandPalette.Entry("Go to " + each.label.replace("_", ""), () -> show(each)));
    }
    entries.add(new CommandPalette.Entry("Add a task", this::addTask));
    entries.add(new CommandPalette.Entry("Show the keys", this::openKeys));
    open(new CommandPalette(entries, this::closeOverlay));
  }

  private void closeOverlay() {
    hideOverlay();
    page(page).requestFocus();
  }

  /** What had the focus and is gone leaves it to the page, not to whatever comes first. */
  private void keepFocus(@Nullable Node was) {
    if (was != null && !pages.containsValue(was) && !inSight(was)) {
      FxThread.later(
          () -> {
            Node now = scene.getFocusOwner();
            if (overlay == null && !(now instanceof TextInputControl)) {
              page(page).requestFocus();
            }
          });
    }
  }

  private boolean inSight(Node node) {
    for (Node each = node; each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return scene.equals(node.getScene());
  }

  /** Keys meant for something else answer nothing in the first second (B27). */
  private void hold(KeyEvent event) {
    boolean editing = event.getTarget() instanceof TextInputControl;
    if (!editing && !guard.open()) {
      event.consume();
    }
  }

  private void typed(KeyEvent event) {
    if ("?".equals(event.getCharacter()) && !writing(event.getTarget())) {
      openKeys();
      event.consume();
    }
  }

  private void pressed(KeyEvent event) {
    if (event.isShortcutDown()) {
      int number = digit(event);
      if (number >= 1 && number <= Page.values().length) {
        show(Page.values()[number - 1]);
        event.consume();
      } else if (event.getCode() == KeyCode.K) {
        openPalette();
        event.consume();
      }
      return;
    }
    if (overlay != null) {
      if (event.getCode() == KeyCode.ESCAPE) {
        closeOverlay();
      }
      event.consume();
      return;
    }
    if (event.isAltDown() || event.isMetaDown() || writing(event.getTarget())) {
      return;
    }
    if (plain(event)) {
      event.consume();
    }
  }

  private static boolean writing(EventTarget target) {
    return target instanceof TextInputControl;
  }

  private boolean plain(KeyEvent event) {
    int digit = digit(event);
    if (page == Page.TODAY && checkIn.asked() && digit >= 0) {
      today.unfold();
      checkIn.digit(digit);
      return true;
    }
    if (page == Page.TODAY && checkIn.asked() && !today.folded()) {
      switch (event.getCode()) {
        case MINUS, SUBTRACT -> {
          checkIn.digit(CheckInViewModel.MOST);
          return true;
        }
        case ENTER -> {
          saveCheckIn();
          return true;
        }
        default -> {}
      }
    }
    String key =
        digit >= 0 ? Integer.toString(digit) : event.getCode().getName().toUpperCase(Locale.ROOT);
    if (asking != null) {
      Optional<PromptViewModel.Choice> choice = prompt.choice(key);
      if (choice.isPresent()) {
        answer(choice.get());
        return true;
      }
    }
    if (page != Page.TODAY) {
      return false;
    }
    if (digit > 0) {
      return today.choose(digit);
    }
    return hotkey(event.getCode())
        .map(hotkey -> model.today().face().keys().get(hotkey))
        .map(
            (Act act) -> {
              model.send(act.command());
              return true;
            })
        .orElse(false);
  }

  private static Optional<Hotkey> hotkey(KeyCode code) {
    return Optional.ofNullable(
        switch (code) {
          case SPACE -> Hotkey.HOLD;
          case B -> Hotkey.BREAK;
          case T -> Hotkey.TIRED;
          case I -> Hotkey.ITEM;
          case S -> Hotkey.START_STOP;
          case Y -> Hotkey.TAKE;
          case N -> Hotkey.DISMISS;
          default -> null;
        });
  }

  private static int digit(KeyEvent event) {
    String name = event.getCode().getName().replace("Numpad ", "");
    return event.getCode().isDigitKey() && name.length() == 1 ? name.charAt(0) - '0' : -1;
  }
}
