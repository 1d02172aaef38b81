package app.respite.ui.money;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.CoachService;
import app.respite.coach.InMemoryJournal;
import app.respite.coach.MoneyGlance;
import app.respite.coach.MoneyService;
import app.respite.coach.ReviewService;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.typed.Moments;
import app.respite.domain.review.Diary;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.ClockReading;
import app.respite.domain.time.LogicalDays;
import app.respite.ui.Clipped;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.ScaledPane;
import app.respite.ui.theme.Look;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** The page of money over a journal that it really changes. On the screen's thread. */
final class ShownMoney implements AutoCloseable {
  final MoneyPage page;
  final InMemoryJournal journal;
  final List<String> turns = new ArrayList<>();
  final List<Runnable> waiting = new ArrayList<>();
  private final Stage stage = new Stage();
  private final Scene scene;
  private final ScaledPane scaled;
  private final CoachService service;

  /** Whether the coach reads at once; else what it was asked for waits here. */
  boolean quick = true;

  final List<Runnable> reading = new ArrayList<>();

  ShownMoney(InMemoryJournal journal, Look look, int width, int height) {
    this(journal, look, width, height, 1);
  }

  ShownMoney(InMemoryJournal journal, Look look, int width, int height, double scale) {
    this.journal = journal;
    service =
        new CoachService(
            journal,
            new Hand(),
            UUID::randomUUID,
            LinkedHashMap::new,
            (document, zone) -> document.toString(),
            input -> {});
    Later later = (wait, work) -> waiting.add(work);
    page = new MoneyPage(new Source(), later);
    StackPane root = new StackPane(page);
    root.getStyleClass().add("window");
    scaled = new ScaledPane(root);
    scaled.setScale(scale);
    scene = new Scene(new Region(), width, height);
    look.dress(scene);
    scene.setRoot(scaled);
    stage.setScene(scene);
    stage.setWidth(width);
    stage.setHeight(height);
    stage.show();
  }

  /** With the journal's figures in sight. */
  static ShownMoney of(InMemoryJournal journal, Look look, int width, int height) {
    return new ShownMoney(journal, look, width, height).open();
  }

  ShownMoney open() {
    page.show(journal.sequence());
    layOut();
    return this;
  }

  static MoneyGlance glance(InMemoryJournal journal) {
    return MoneyService.glance(journal, Preferences.DEFAULTS, MoneyJournals.TODAY, Diary.BERLIN);
  }

  private final class Source implements MoneyPage.Source {
    @Override
    public void glance(Consumer<MoneyGlance> answer, Runnable failed) {
      if (quick) {
        answer.accept(ShownMoney.glance(journal));
      } else {
        reading.add(() -> answer.accept(ShownMoney.glance(journal)));
      }
    }

    @Override
    public void explain(
        LocalDate from,
        LocalDate to,
        Asked asked,
        Consumer<List<CardContent>> answer,
        Runnable failed) {
      answer.accept(
          ReviewService.explain(journal, Preferences.DEFAULTS, from, to, Diary.BERLIN, asked)
              .cards());
    }

    @Override
    public <A> void ask(
        CoachRequest<A> request, Consumer<A> done, Consumer<CoachException> refused) {
      A answer;
      try {
        answer = service.ask((CoachRequest.OfJournal<A>) request);
      } catch (CoachException why) {
        refused.accept(why);
        return;
      }
      done.accept(answer);
    }

    @Override
    public Moments moments() {
      return new Moments(
          new LogicalDays(Diary.BERLIN, LocalTime.of(4, 0)), MoneyJournals.TODAY, remark -> {});
    }

    @Override
    public UUID newId() {
      return UUID.randomUUID();
    }

    @Override
    public void toTasks() {
      turns.add("tasks");
    }

    @Override
    public void toToday() {
      turns.add("today");
    }
  }

  private static final class Hand implements Clock {
    @Override
    public ClockReading read() {
      return new ClockReading(MoneyJournals.NOW, Duration.ZERO, Duration.ZERO);
    }

    @Override
    public ZoneId zone() {
      return Diary.BERLIN;
    }

    @Override
    public String boot() {
      return "";
    }
  }

  void layOut() {
    for (int i = 0; i < 3; i++) {
      scene.getRoot().applyCss();
      scene.getRoot().layout();
    }
  }

  /** Opens all that can be unfolded. */
  void openAll() {
    for (Node node : page.getContent().lookupAll(".disclose")) {
      if (!((ToggleButton) node).isSelected()) {
        ((ToggleButton) node).fire();
      }
    }
    layOut();
  }

  Node focused() {
    return scene.getFocusOwner();
  }

  /** The name under which a screen reader tells what has the keyboard. */
  String focusedName() {
    Node focused = focused();
    String name = focused.getAccessibleText();
    return name == null && focused instanceof Labeled labeled
        ? labeled.getText()
        : String.valueOf(name);
  }

  /** A key pressed and let go by whoever has the keyboard. */
  void press(KeyCode code) {
    key(KeyEvent.KEY_PRESSED, code, "");
    key(KeyEvent.KEY_RELEASED, code, "");
    layOut();
  }

  void type(String text) {
    text.chars()
        .forEach(one -> key(KeyEvent.KEY_TYPED, KeyCode.UNDEFINED, Character.toString(one)));
    layOut();
  }

  private void key(EventType<KeyEvent> type, KeyCode code, String text) {
    Event.fireEvent(
        scene.getFocusOwner(), new KeyEvent(type, text, text, code, false, false, false, false));
  }

  /** Goes on by Tab until something of a name has the keyboard. */
  void tabTo(String name) {
    for (int i = 0; i < 120; i++) {
      if (focusedName().startsWith(name)) {
        return;
      }
      press(KeyCode.TAB);
    }
    throw new AssertionError("Tab does not lead to '" + name + "'; last at " + focusedName());
  }

  /** All words in sight. */
  List<String> words() {
    List<String> found = new ArrayList<>();
    collect(page.getContent(), found);
    return found;
  }

  private static void collect(Node node, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
      found.add(labeled.getText());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }

  /** A picture of it, on which everything can be read. */
  WritableImage picture() {
    WritableImage shot = scene.snapshot(null);
    assertThat(Clipped.in(scene.getRoot()))
        .as("%s x %s", scene.getWidth(), scene.getHeight())
        .isEmpty();
    return shot;
  }

  @Override
  public void close() {
    stage.close();
  }
}
