package app.respite.ui.breakview;

import app.respite.ui.breakview.BreakFace.Answer;
import app.respite.ui.breakview.BreakFace.AnswerAction;
import app.respite.ui.breakview.ScreenLayout.Cover;
import app.respite.ui.kit.Box;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.ScaledPane;
import app.respite.ui.kit.WrapRow;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** The break view on one screen: the picture, the time, one idea, and what can be pressed. */
final class BreakPane extends Region {
  private static final double READING = 720;

  /** What the user does here. */
  interface Deeds {
    /** Something was pressed. */
    void press(AnswerAction deed);

    /** The way out is held down by the pointer, or let go. */
    void hold(boolean down);

    /** The pointer was pressed anywhere; whether that counts. */
    boolean touched();
  }

  private final Deeds deeds;
  private final Hills hills = new Hills();
  private final Label title = words("", "break-title");
  private final VBox more = new VBox(4);
  private final BreathRing ring = new BreathRing();
  private final Label idea = words("", "break-idea");
  private final Row answers = new Row("break-answers");
  private final Row ways = new Row("break-ways");
  private final VBox middle = new VBox(16, title, more, ring, idea, answers);
  private final VBox content = new VBox(middle, ways);
  private final ScaledPane scaled = new ScaledPane(content);
  private @Nullable Cover cover;
  private @Nullable BreakFace shown;

  BreakPane(Deeds deeds) {
    this.deeds = deeds;
    getStyleClass().add("break-view");
    setAccessibleRole(AccessibleRole.PARENT);
    content.getStyleClass().add("break-content");
    more.setAlignment(Pos.CENTER);
    middle.setAlignment(Pos.CENTER);
    middle.setFillWidth(false);
    content.setAlignment(Pos.BOTTOM_CENTER);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(hills, scaled);
    addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        pressed -> {
          if (!deeds.touched()) {
            pressed.consume();
          }
        });
  }

  private static Label words(String text, String style) {
    Label label = Nodes.paragraph(text, style);
    label.setTextAlignment(TextAlignment.CENTER);
    label.setAlignment(Pos.CENTER);
    label.setMaxWidth(READING);
    return label;
  }

  /** Takes the size and shape of a screen. */
  void fit(Cover next) {
    cover = next;
    setPrefSize(next.area().width(), next.area().height());
    setMinSize(next.area().width(), next.area().height());
    setMaxSize(next.area().width(), next.area().height());
    scaled.setScale(next.zoom());
    ring.size(next.low());
    Nodes.state(this, "narrow", next.narrow());
    Nodes.state(this, "low", next.low());
    requestLayout();
  }

  void show(BreakFace face) {
    if (face.equals(shown)) {
      return;
    }
    if (shown == null || !face.more().equals(shown.more())) {
      more.getChildren().setAll(face.more().stream().map(line -> words(line, "quiet")).toList());
    }
    shown = face;
    title.setText(face.title());
    Nodes.show(more, !face.more().isEmpty());
    Nodes.state(this, "resting", face.resting());
    Nodes.show(ring, face.resting());
    if (face.resting()) {
      ring.show(face);
    }
    idea.setText(face.idea());
    Nodes.show(idea, !face.idea().isEmpty());
    answers.show(face.answers(), face.chosen(), face.held());
    Nodes.show(answers, !face.answers().isEmpty());
    ways.show(face.ways(), face.chosen() - face.answers().size(), face.held());
    setAccessibleText(face.words());
  }

  void breathe(double share) {
    ring.breathe(share);
  }

  @Override
  protected void layoutChildren() {
    hills.resizeRelocate(0, 0, getWidth(), getHeight());
    Box inside = cover == null ? new Box(0, 0, getWidth(), getHeight()) : cover.inside();
    double x = cover == null ? 0 : inside.x() - cover.area().x();
    double y = cover == null ? 0 : inside.y() - cover.area().y();
    scaled.resizeRelocate(x, y, inside.width(), inside.height());
  }

  /** Buttons in the middle, on as many lines as they need. */
  private final class Row extends WrapRow {
    private final List<Press> buttons = new ArrayList<>();

    Row(String style) {
      super(8);
      getStyleClass().add(style);
      setAlignment(Pos.CENTER);
    }

    void show(List<Answer> next, int chosen, double held) {
      while (buttons.size() < next.size()) {
        buttons.add(new Press());
      }
      for (int i = 0; i < next.size(); i++) {
        buttons.get(i).show(next.get(i), i == chosen, held);
      }
      if (getChildren().size() != next.size()) {
        getChildren().setAll(buttons.subList(0, next.size()));
      }
    }
  }

  /** One button; what it does may change while it stays. */
  private final class Press extends Button {
    private final Label key = Nodes.label("", "key");
    private final HoldRing holding = new HoldRing();
    private @Nullable Answer answer;

    Press() {
      setMinWidth(Region.USE_PREF_SIZE);
      // The popup it is in never has the keyboard; keys come another way.
      setFocusTraversable(false);
      setContentDisplay(ContentDisplay.RIGHT);
      setOnAction(
          pressed -> {
            if (answer != null && !(answer.deed() instanceof AnswerAction.HoldOut)) {
              deeds.press(answer.deed());
            }
          });
      addEventHandler(MouseEvent.MOUSE_PRESSED, down -> hold(true));
      addEventHandler(MouseEvent.MOUSE_RELEASED, up -> hold(false));
      addEventHandler(MouseEvent.MOUSE_EXITED, left -> hold(false));
    }

    private void hold(boolean down) {
      if (answer != null && answer.deed() instanceof AnswerAction.HoldOut) {
        deeds.hold(down);
      }
    }

    void show(Answer next, boolean chosen, double held) {
      if (!next.equals(answer)) {
        answer = next;
        boolean holds = next.deed() instanceof AnswerAction.HoldOut;
        setText(next.label());
        key.setText(next.key());
        HBox graphic = holds ? new HBox(8, holding, key) : new HBox(key);
        graphic.setAlignment(Pos.CENTER);
        graphic.setMaxHeight(Region.USE_PREF_SIZE);
        setGraphic(next.key().isEmpty() ? null : graphic);
        getStyleClass().removeAll("primary", "flat");
        if (next.main()) {
          getStyleClass().add("primary");
          Nodes.state(this, "rest", true);
        }
        setAccessibleText(
            next.key().isEmpty() ? next.label() : next.label() + ", key " + next.key());
      }
      Nodes.state(this, "chosen", chosen);
      holding.show(held);
    }
  }
}
