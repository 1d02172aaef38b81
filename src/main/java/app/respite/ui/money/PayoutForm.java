package app.respite.ui.money;

import app.respite.coach.CashBook;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.typed.Moments;
import app.respite.coach.words.Phrases;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.ui.kit.Disclosure;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.TypedField;
import app.respite.ui.kit.WrapRow;
import app.respite.ui.money.PayoutDraft.Checked;
import app.respite.ui.money.PayoutDraft.Field;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Two fields to book a payout with, or all of one to change it. */
final class PayoutForm extends VBox {
  /** What the form needs of the page. */
  interface Host {
    /** Asks for the payout to be kept. */
    void save(Payout payout, boolean again, PayoutForm from);

    /** Reads days that are typed now. */
    Moments moments();

    /** What a platform pays in, where that is one currency. */
    Optional<String> currencyOf(String platform);
  }

  private final Host host;
  private final Supplier<UUID> ids;
  private final @Nullable Payout before;
  private final TextField amount = TypedField.text(12, "65.50 USD", this::save);
  private final ComboBox<String> platform = new ComboBox<>();
  private final TextField day = TypedField.text(10, "today", this::save);
  private final TextField fee = TypedField.text(8, "0.50", this::save);
  private final TextField note = TypedField.text(18, "", this::save);
  private final Map<Field, TypedField> fields = new EnumMap<>(Field.class);
  private final Set<Field> left = EnumSet.noneOf(Field.class);
  private final Label preview = Nodes.paragraph("", "quiet");
  private final OutcomeRow refusal = new OutcomeRow();
  private final WrapRow more = new WrapRow(16);
  private UUID id;

  /**
   * A form.
   *
   * @param ids makes an id for each new payout
   * @param before the payout that is changed; null to book a new one
   * @param cancel leaves it; null where there is nothing to leave
   */
  PayoutForm(Host host, Supplier<UUID> ids, @Nullable Payout before, @Nullable Runnable cancel) {
    super(12);
    this.host = host;
    this.ids = ids;
    this.before = before;
    id = ids.get();
    platform.setPromptText("who paid");
    platform.setMaxWidth(Double.MAX_VALUE);
    platform.setPrefWidth(200);
    platform.addEventHandler(
        KeyEvent.KEY_PRESSED,
        pressed -> {
          if (pressed.getCode() == KeyCode.ENTER && !platform.isShowing()) {
            save();
            pressed.consume();
          }
        });
    Node first = field(Field.AMOUNT, "Amount", amount);
    Node second = field(Field.PLATFORM, "Platform", platform);
    more.getChildren()
        .setAll(
            field(Field.DAY, "Day it arrived", day),
            field(Field.FEE, "Fee in it", fee),
            new TypedField("Note", note));
    WrapRow fields = new WrapRow(16);
    fields.setRowValignment(VPos.TOP);
    more.setRowValignment(VPos.TOP);
    fields.getChildren().setAll(first, second);
    WrapRow buttons = new WrapRow(8);
    buttons.setAlignment(Pos.CENTER_LEFT);
    buttons
        .getChildren()
        .add(Nodes.button(before == null ? "Book it" : "Save", this::save, "primary"));
    if (cancel == null) {
      buttons.getChildren().add(unfold());
      Nodes.show(more, false);
    } else {
      buttons.getChildren().add(Nodes.button("Cancel", cancel, "flat"));
      addEventHandler(
          KeyEvent.KEY_PRESSED,
          pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
              cancel.run();
              pressed.consume();
            }
          });
    }
    getChildren().setAll(fields, more, preview, buttons, refusal);
    fill(before == null ? PayoutDraft.EMPTY : PayoutDraft.of(before));
    for (TextField typed : List.of(amount, day, fee, note)) {
      typed.textProperty().addListener(changed -> typed());
    }
    platform.valueProperty().addListener(changed -> typed());
    typed();
  }

  private ToggleButton unfold() {
    ToggleButton unfold = Disclosure.opener("More");
    unfold.setAccessibleText("More about the payout: day, fee, note");
    unfold.setOnAction(pressed -> Nodes.show(more, unfold.isSelected()));
    return unfold;
  }

  private TypedField field(Field which, String name, Control input) {
    TypedField field = new TypedField(name, input);
    field.onLeft(
        gone -> {
          left.add(which);
          tell();
        });
    fields.put(which, field);
    return field;
  }

  /** Offers these platforms; what is chosen stays. */
  void offer(List<String> platforms) {
    if (platforms.equals(platform.getItems())) {
      return;
    }
    String chosen = platform.getValue();
    platform.getItems().setAll(platforms);
    platform.setValue(platforms.contains(chosen) ? chosen : null);
    chooseTheOnlyOne();
  }

  private void chooseTheOnlyOne() {
    if (platform.getItems().size() == 1) {
      platform.setValue(platform.getItems().getFirst());
    }
  }

  private void fill(PayoutDraft draft) {
    amount.setText(draft.amount());
    if (!draft.platform().isEmpty()) {
      platform.setValue(draft.platform());
    }
    day.setText(draft.day());
    fee.setText(draft.fee());
    note.setText(draft.note());
  }

  /** Empties it for the next payout. */
  void done() {
    id = ids.get();
    fill(PayoutDraft.EMPTY);
    platform.setValue(null);
    chooseTheOnlyOne();
    left.clear();
    refusal.clear();
    typed();
    focus();
  }

  /** Puts the keyboard into the first field. */
  void focus() {
    amount.requestFocus();
  }

  private PayoutDraft draft() {
    String chosen = platform.getValue();
    return new PayoutDraft(
        amount.getText(),
        chosen == null ? "" : chosen,
        day.getText(),
        fee.getText(),
        note.getText());
  }

  private Checked check() {
    PayoutDraft draft = draft();
    return draft.check(before, id, host.currencyOf(draft.platform()).orElse(null), host.moments());
  }

  private void typed() {
    refusal.clear();
    tell();
  }

  /** What is wrong is told as soon as more typing cannot mend it, or the field was left. */
  private void tell() {
    PayoutDraft draft = draft();
    Map<Field, String> wrong =
        switch (check()) {
          case Checked.Good good -> {
            preview.setText(
                (before == null ? "Books " : "Keeps ") + CashBook.words(good.payout()) + ".");
            yield Map.of();
          }
          case Checked.Bad bad -> {
            preview.setText("");
            yield bad.errors();
          }
        };
    Nodes.show(preview, !preview.getText().isEmpty());
    Function<Field, String> typed =
        which ->
            switch (which) {
              case AMOUNT -> draft.amount();
              case PLATFORM -> draft.platform();
              case DAY -> draft.day();
              case FEE -> draft.fee();
            };
    fields.forEach(
        (which, field) -> {
          String why = wrong.getOrDefault(which, "");
          boolean tell =
              !typed.apply(which).isBlank() && (left.contains(which) || !draft.isBegun(which));
          field.error(tell ? why : "");
        });
  }

  private void save() {
    refusal.clear();
    switch (check()) {
      case Checked.Good good -> host.save(good.payout(), false, this);
      case Checked.Bad bad -> {
        Nodes.show(
            more,
            more.isVisible()
                || bad.errors().containsKey(Field.DAY)
                || bad.errors().containsKey(Field.FEE));
        fields.forEach((which, field) -> field.error(bad.errors().getOrDefault(which, "")));
        for (Field which : Field.values()) {
          if (bad.errors().containsKey(which)) {
            input(which).requestFocus();
            return;
          }
        }
      }
    }
  }

  private Node input(Field which) {
    return switch (which) {
      case AMOUNT -> amount;
      case PLATFORM -> platform;
      case DAY -> day;
      case FEE -> fee;
    };
  }

  /** It was not kept; where it is booked already it can be meant all the same. */
  void refused(Payout asked, CoachException why) {
    String words = Phrases.sentence(why.getMessage()) + ".";
    if (why.kind() == Kind.ALREADY) {
      Button again =
          Nodes.button(
              before == null ? "Book it once more" : "Save it all the same",
              () -> host.save(asked, true, this));
      refusal.say(words, again, Nodes.button("Leave it", refusal::clear, "flat"));
    } else {
      refusal.say(words);
    }
  }
}
