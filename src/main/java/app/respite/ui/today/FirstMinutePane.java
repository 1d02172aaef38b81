package app.respite.ui.today;

import app.respite.domain.day.RhythmPreset;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.kit.Nodes;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What a newcomer chooses before the first sprint: what and for whom, the rhythm, the day's end.
 */
final class FirstMinutePane extends VBox {
  private static final double WIDE = 460;
  private static final String VARIES = "it varies";

  private final TextField name = field("What you label, such as Boxes");
  private final TextField platform = field("For whom, such as Remotasks; may stay empty");
  private final ComboBox<String> end = new ComboBox<>();
  private final Label wrong = Nodes.paragraph("", "error-text");
  private final Consumer<FirstMinute> begin;
  private RhythmPreset rhythm = RhythmPreset.CLASSIC;

  FirstMinutePane(Consumer<FirstMinute> begin) {
    super(16);
    this.begin = begin;
    getStyleClass().add("first-minute");
    setMaxWidth(WIDE);
    end.getItems()
        .setAll(
            Stream.concat(
                    Stream.of(VARIES),
                    IntStream.rangeClosed(12, 23)
                        .mapToObj(hour -> String.format(Locale.ROOT, "%02d:00", hour)))
                .toList());
    end.setValue(VARIES);
    end.setAccessibleText("When does your working day end?");
    name.setOnAction(entered -> start());
    platform.setOnAction(entered -> start());
    Nodes.show(wrong, false);
    getChildren()
        .setAll(
            Nodes.label("Your first sprint", "headline"),
            part("What do you label, and for whom?", name, platform, wrong),
            part("Your rhythm", rhythms()),
            part("When does your working day end?", end),
            Nodes.button("Start the first sprint", this::start, "primary", "wide"),
            Nodes.paragraph(
                "All of it can be changed later; nothing leaves this machine.", "quiet"));
  }

  private static TextField field(String prompt) {
    TextField field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    return field;
  }

  private static Node part(String question, Node... answers) {
    VBox box = new VBox(6, Nodes.label(question, "section"));
    box.getChildren().addAll(answers);
    return box;
  }

  private Node rhythms() {
    ToggleGroup one = new ToggleGroup();
    FlowPane row = new FlowPane(8, 8);
    Label meaning = Nodes.paragraph(rhythm.meaning(), "quiet");
    for (RhythmPreset each : RhythmPreset.values()) {
      ToggleButton button = new ToggleButton(each.word());
      button.setToggleGroup(one);
      button.setSelected(each == rhythm);
      button.setMinWidth(USE_PREF_SIZE);
      button.setAccessibleText(each.word() + ": " + each.meaning());
      // One of them always holds; the arrow keys choose without pressing.
      button.setOnAction(pressed -> button.setSelected(true));
      button
          .selectedProperty()
          .addListener(
              (is, was, now) -> {
                if (now) {
                  rhythm = each;
                  meaning.setText(each.meaning());
                }
              });
      row.getChildren().add(button);
    }
    return new VBox(6, row, meaning);
  }

  private void start() {
    String called = name.getText().strip();
    boolean bad = called.isEmpty() || called.length() > Task.LONGEST_NAME;
    wrong.setText("A name of 1 to " + Task.LONGEST_NAME + " characters, such as Boxes");
    Nodes.show(wrong, bad);
    if (bad) {
      name.requestFocus();
      return;
    }
    begin.accept(new FirstMinute(called, platform.getText().strip(), rhythm, dayEnds()));
  }

  private @Nullable LocalTime dayEnds() {
    String chosen = end.getValue();
    return List.of(VARIES).contains(chosen) ? null : LocalTime.parse(chosen);
  }
}
