package app.respite.ui.money;

import app.respite.coach.CashBook;
import app.respite.coach.MoneyGlance;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.words.Phrases;
import app.respite.coach.words.PlatformWords;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.ui.kit.Card;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import app.respite.ui.kit.TypedField;
import app.respite.ui.kit.WrapRow;
import app.respite.ui.money.TermsDraft.Checked;
import app.respite.ui.money.TermsDraft.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The terms of each platform, to be changed where they stand. */
final class PlatformsCard {
  private final MoneyPage.Source source;
  private final Runnable changed;
  private final Card card = new Card("Platforms");
  private final OutcomeRow outcome = new OutcomeRow();
  private final VBox list = new VBox(4);
  private List<Platform> platforms = List.of();
  private @Nullable Form edit;

  /**
   * Without anything to show yet.
   *
   * @param changed hears that what is shown is not up to date any more
   */
  PlatformsCard(MoneyPage.Source source, Runnable changed) {
    this.source = source;
    this.changed = changed;
    card.note("When a platform pays, and what an hour should come to at least, is for you to say.");
    card.picture(list, outcome);
  }

  Node node() {
    return card;
  }

  void show(MoneyGlance now) {
    platforms = now.platforms();
    list();
  }

  private void list() {
    List<Node> rows = new ArrayList<>();
    UUID open = edit == null ? null : edit.before.id();
    for (Platform one : platforms) {
      rows.add(edit != null && one.id().equals(open) ? edit : row(one));
    }
    list.getChildren().setAll(rows);
  }

  private Node row(Platform one) {
    Label words = Nodes.paragraph(PlatformWords.line(one));
    Button change = Nodes.button("Change", () -> edit(one), "flat", "deed");
    change.setAccessibleText("Change the terms of " + one.name());
    WrapRow row = new WrapRow(16);
    row.getChildren().add(change);
    SideBySide line = new SideBySide(words, row, MoneyPage.WORDS);
    line.getStyleClass().add("payout-row");
    return line;
  }

  private void edit(Platform one) {
    outcome.clear();
    Form opened = new Form(one);
    edit = opened;
    list();
    opened.paysAfter.requestFocus();
  }

  private void leave() {
    edit = null;
    list();
  }

  private void keep(Platform told) {
    source.ask(
        new CoachRequest.SavePlatform(told),
        kept -> {
          leave();
          String label = CashBook.termsSet(kept.name());
          Button undo = Nodes.button("Undo", () -> undo(label), "flat");
          undo.setAccessibleText("Undo: " + label);
          outcome.say(PlatformWords.line(kept) + ".", undo);
          changed.run();
        },
        why -> outcome.say(Phrases.sentence(why.getMessage()) + "."));
  }

  private void undo(String label) {
    source.ask(
        new CoachRequest.Undo(label),
        taken -> {
          outcome.say("Taken back: " + taken + ".");
          changed.run();
        },
        why -> outcome.say(Phrases.sentence(why.getMessage()) + "."));
  }

  /** The terms that money goes by, as fields. */
  private final class Form extends VBox {
    final Platform before;
    final TextField paysAfter = TypedField.text(6, "7d", this::save);
    final TextField floor = TypedField.text(6, "12", this::save);
    final TextField currency = TypedField.text(5, "USD", this::save);
    private final Map<Field, TypedField> fields = new EnumMap<>(Field.class);

    Form(Platform before) {
      super(12);
      this.before = before;
      getStyleClass().add("inset");
      TermsDraft draft = TermsDraft.of(before);
      paysAfter.setText(draft.paysAfter());
      floor.setText(draft.floor());
      currency.setText(draft.currency());
      fields.put(Field.PAYS_AFTER, new TypedField("Usually pays after", paysAfter));
      fields.put(Field.FLOOR, new TypedField("Floor an hour", floor));
      fields.put(Field.CURRENCY, new TypedField("Pays in", currency));
      fields.values().forEach(field -> field.onLeft(left -> tell()));
      WrapRow row = new WrapRow(16);
      row.setRowValignment(VPos.TOP);
      row.getChildren().setAll(fields.values());
      WrapRow buttons = new WrapRow(8);
      buttons
          .getChildren()
          .setAll(
              Nodes.button("Save", this::save, "primary"),
              Nodes.button("Cancel", PlatformsCard.this::leave, "flat"));
      getChildren().setAll(Nodes.label(before.name(), "task-name"), row, buttons);
      addEventHandler(
          KeyEvent.KEY_PRESSED,
          pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
              leave();
              pressed.consume();
            }
          });
    }

    private Checked check() {
      return new TermsDraft(paysAfter.getText(), floor.getText(), currency.getText()).check(before);
    }

    private Map<Field, String> tell() {
      Map<Field, String> wrong = check() instanceof Checked.Bad bad ? bad.errors() : Map.of();
      fields.forEach((which, field) -> field.error(wrong.getOrDefault(which, "")));
      return wrong;
    }

    private void save() {
      Map<Field, String> wrong = tell();
      if (check() instanceof Checked.Good good) {
        keep(good.platform());
      } else if (wrong.containsKey(Field.PAYS_AFTER)) {
        paysAfter.requestFocus();
      } else {
        (wrong.containsKey(Field.FLOOR) ? floor : currency).requestFocus();
      }
    }
  }
}
