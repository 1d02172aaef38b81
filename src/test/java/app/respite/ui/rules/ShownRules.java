package app.respite.ui.rules;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.preview.RulesPreview;
import app.respite.coach.preview.RulesPreview.Progress;
import app.respite.domain.day.Change;
import app.respite.domain.day.RhythmPreset;
import app.respite.domain.review.Diary;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.Clipped;
import app.respite.ui.FakeFace;
import app.respite.ui.Moments;
import app.respite.ui.theme.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/** The page of rules in a window, over days that were worked. On the screen's thread. */
final class ShownRules implements AutoCloseable {
  static final LocalDate LAST = Diary.MONDAY.plusDays(4);

  final FakeFace face = new FakeFace(Moments.off().build());
  final SettingsViewModel model =
      new SettingsViewModel(face.context()::settings, Runnable::run, Runnable::run, null);
  final RulesPage page;

  /** Replays that were asked for, where they are not answered at once. */
  final List<Asked> asked = new ArrayList<>();

  /** What is to be done after a while. */
  final List<Runnable> later = new ArrayList<>();

  private final Diary diary;
  private final Stage stage = new Stage();
  private final Scene scene;

  /** A replay that waits for its answer. */
  record Asked(
      Preferences tried,
      int days,
      Progress progress,
      Consumer<Optional<RulesPreview>> answer,
      Runnable failed) {}

  private ShownRules(Diary diary, boolean atOnce, Look look, int width, int height) {
    this.diary = diary;
    page =
        new RulesPage(
            model,
            (tried, days, progress, answer, failed) -> {
              Asked one = new Asked(tried, days, progress, answer, failed);
              asked.add(one);
              if (atOnce) {
                answer(one);
              }
            },
            (wait, work) -> later.add(work),
            () -> diary.zone,
            face.context().autostart(),
            new VBox(),
            Runnable::run,
            Runnable::run);
    StackPane root = new StackPane(page);
    root.getStyleClass().add("window");
    scene = new Scene(root, width, height);
    look.dress(scene);
    stage.setScene(scene);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
    layOut();
  }

  static ShownRules of(Diary diary, Look look, int width, int height) {
    return new ShownRules(diary, true, look, width, height);
  }

  /** One whose replays wait for {@link #answer}. */
  static ShownRules waiting(Diary diary) {
    return new ShownRules(diary, false, Look.LIGHT, 880, 620);
  }

  /** Answers a replay, as the window's model does. */
  void answer(Asked one) {
    one.answer().accept(replay(one.tried(), one.days(), one.progress()));
  }

  Optional<RulesPreview> replay(Preferences tried, int days, Progress progress) {
    InMemoryJournal journal = journal(diary);
    Instant now = diary.at(LAST + "T20:00");
    LocalDate last = RulesPreview.lastDay(journal, face.preferences, diary.zone, now);
    return RulesPreview.of(
        journal,
        face.preferences,
        tried,
        last.minusDays(days - 1L),
        last,
        diary.zone,
        now,
        progress);
  }

  private static InMemoryJournal journal(Diary diary) {
    InMemoryJournal journal = new InMemoryJournal();
    Stream.of(diary.tasks, diary.zones, diary.spans, diary.sprints, diary.breaks, diary.ratings)
        .flatMap(List::stream)
        .forEach(record -> journal.write(List.of(new Change.Put((JournalRecord) record)), null));
    return journal;
  }

  /** A week of long mornings with few breaks, and an afternoon. */
  static Diary week() {
    Diary diary = new Diary(Diary.BERLIN);
    Task boxes = diary.task("Boxes", "Remotasks", Pay.NONE);
    Task chat = diary.task("Chat", "Appen", Pay.NONE);
    for (int i = 0; i < 5; i++) {
      Instant at = diary.at(Diary.MONDAY.plusDays(i) + "T08:40");
      at = diary.sprint(boxes, at, 95 + 3 * i, 3, 4, 80).end();
      diary.rest(BreakKind.REST, Route.MANUAL, true, at, 8);
      at = diary.sprint(boxes, at.plus(Duration.ofMinutes(8)), 50, 5, 5, 40).end();
      at = diary.sprint(chat, at, 42, 6, 5, 12).end();
      diary.rest(BreakKind.NATURAL, Route.NATURAL, true, at, 48);
      diary.sprint(boxes, at.plus(Duration.ofMinutes(48)), 130 - 5 * i, 7, 6, 90);
    }
    return diary;
  }

  /** Somebody who has not worked yet. */
  static Diary empty() {
    return new Diary(Diary.BERLIN);
  }

  void layOut() {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  /** A node by a selector, wherever it is on the page. */
  Node node(String selector) {
    return nodes(selector).getFirst();
  }

  List<Node> nodes(String selector) {
    layOut();
    return List.copyOf(scene.getRoot().lookupAll(selector));
  }

  /** The control of a setting in its sentence. */
  Node field(String key) {
    return nodes(".rule-field").stream()
        .filter(node -> node.getAccessibleHelp().startsWith(key + " = "))
        .findFirst()
        .orElseThrow();
  }

  void press(String selector) {
    ((ButtonBase) node(selector)).fire();
    layOut();
  }

  void press(RhythmPreset preset) {
    nodes(".preset").stream()
        .filter(node -> node.getUserData() == preset)
        .forEach(node -> ((ButtonBase) node).fire());
    layOut();
  }

  void days(int days) {
    String label = days == 1 ? "Last day" : days + " days";
    nodes("#preview .toggle-button").stream()
        .map(ButtonBase.class::cast)
        .filter(button -> button.getText().equals(label))
        .forEach(ButtonBase::fire);
    layOut();
  }

  /** A key where the keyboard is. */
  void key(KeyCode code, boolean control) {
    Node owner = scene.getFocusOwner();
    Event.fireEvent(
        owner, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    layOut();
  }

  Node focused() {
    return scene.getFocusOwner();
  }

  boolean inSight(String selector) {
    return nodes(selector).stream().anyMatch(ShownRules::shown);
  }

  private static boolean shown(Node node) {
    for (Parent each = node.getParent(); each != null; each = each.getParent()) {
      if (!each.isVisible()) {
        return false;
      }
    }
    return node.isVisible();
  }

  /** Words that cannot be read as they are. */
  List<String> unreadable() {
    return Clipped.in(scene.getRoot());
  }

  WritableImage picture() {
    layOut();
    return scene.snapshot(null);
  }

  @Override
  public void close() {
    stage.close();
  }
}
