package app.respite.ui.money;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.CashBook;
import app.respite.coach.MoneyGlance;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.typed.Moments;
import app.respite.coach.words.MoneyWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.ui.kit.Card;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import app.respite.ui.kit.WrapRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Books payouts, and lists those that are booked, each to be changed and removed. */
final class PayoutsCard {
  private static final int FIRST = 3;

  private final MoneyPage.Source source;
  private final Runnable changed;
  private final Card card = new Card("Book a payout");
  private final PayoutForm form;
  private final VBox booking = new VBox(12);
  private final OutcomeRow outcome = new OutcomeRow();
  private final VBox list = new VBox(4);
  private final FormHost host = new FormHost();
  private @Nullable MoneyGlance shown;
  private @Nullable UUID edited;
  private @Nullable PayoutForm edit;
  private boolean all;

  private final class FormHost implements PayoutForm.Host {
    @Override
    public void save(Payout payout, boolean again, PayoutForm from) {
      outcome.clear();
      if (from.equals(form)) {
        ask(
            new CoachRequest.BookPayout(payout, again),
            kept -> {
              form.done();
              offerUndo("Booked " + CashBook.words(kept) + ".", CashBook.booked(kept));
            },
            why -> from.refused(payout, why));
        return;
      }
      Payout before = before(payout.id());
      ask(
          new CoachRequest.EditPayout(payout, again),
          kept -> {
            leave();
            if (before != null && !before.equals(kept)) {
              offerUndo("Now " + CashBook.words(kept) + ".", CashBook.edited(before, kept));
            }
          },
          why -> from.refused(payout, why));
    }

    @Override
    public Moments moments() {
      return source.moments();
    }

    @Override
    public Optional<String> currencyOf(String platform) {
      return shown == null ? Optional.empty() : shown.currencyOf(platform);
    }
  }

  /**
   * Without anything to show yet.
   *
   * @param changed hears that what is shown is not up to date any more
   */
  PayoutsCard(MoneyPage.Source source, Runnable changed) {
    this.source = source;
    this.changed = changed;
    form = new PayoutForm(host, source::newId, null, null);
    card.picture(booking, outcome, list);
  }

  Node node() {
    return card;
  }

  /** Puts the keyboard where a payout is typed. */
  void focus() {
    form.focus();
  }

  void show(MoneyGlance now) {
    shown = now;
    List<String> platforms = now.platforms().stream().map(Platform::name).toList();
    form.offer(platforms);
    if (edit != null) {
      edit.offer(platforms);
    }
    if (platforms.isEmpty()) {
      booking
          .getChildren()
          .setAll(
              Nodes.paragraph(say("money.no-platform"), "said"),
              Nodes.button("Go to Tasks", source::toTasks));
    } else if (!booking.getChildren().contains(form)) {
      booking.getChildren().setAll(form);
    }
    list();
  }

  private @Nullable Payout before(UUID id) {
    return shown == null
        ? null
        : shown.payouts().stream().filter(one -> one.id().equals(id)).findFirst().orElse(null);
  }

  private void list() {
    List<Payout> payouts = shown == null ? List.of() : shown.payouts().reversed();
    Node[] kept = list.getChildren().stream().filter(one -> one.equals(edit)).toArray(Node[]::new);
    List<Node> rows = new ArrayList<>();
    if (!payouts.isEmpty()) {
      rows.add(Nodes.label("Booked so far", "list-heading"));
    }
    boolean editing = false;
    for (Payout one : all ? payouts : payouts.subList(0, Math.min(FIRST, payouts.size()))) {
      if (edit != null && one.id().equals(edited)) {
        rows.add(kept.length > 0 ? kept[0] : edit);
        editing = true;
      } else {
        rows.add(row(one));
      }
    }
    if (!editing) {
      edit = null;
      edited = null;
    }
    if (!all && payouts.size() > FIRST) {
      rows.add(
          Nodes.button(
              "Show all " + Figures.count(payouts.size(), "payout"),
              this::showAll,
              "flat",
              "deed"));
    }
    // A form in the middle of typing keeps the keyboard where the list is as it was.
    if (!rows.equals(list.getChildren())) {
      list.getChildren().setAll(rows);
    }
  }

  private void showAll() {
    all = true;
    list();
  }

  private Node row(Payout one) {
    String words = CashBook.words(one);
    List<String> parts = new ArrayList<>(List.of(one.on().toString()));
    parts.addAll(MoneyWords.details(one));
    Label first =
        Nodes.paragraph(
            Figures.money(one.amount().amount(), one.amount().currency())
                + " of "
                + one.platform());
    Label second = Nodes.paragraph(String.join(" · ", parts), "axis");
    Button change = Nodes.button("Change", () -> edit(one), "flat", "deed");
    change.setAccessibleText("Change " + words);
    Button remove = Nodes.button("Remove", () -> remove(one), "flat", "deed");
    remove.setAccessibleText("Remove " + words);
    WrapRow deeds = new WrapRow(16);
    deeds.getChildren().setAll(change, remove);
    SideBySide row = new SideBySide(new VBox(2, first, second), deeds, MoneyPage.WORDS);
    row.getStyleClass().add("payout-row");
    return row;
  }

  private void edit(Payout one) {
    outcome.clear();
    PayoutForm opened = new PayoutForm(host, source::newId, one, this::leave);
    opened.getStyleClass().add("inset");
    opened.offer(
        shown == null ? List.of() : shown.platforms().stream().map(Platform::name).toList());
    edit = opened;
    edited = one.id();
    list();
    opened.focus();
  }

  private void leave() {
    edit = null;
    edited = null;
    list();
  }

  private void remove(Payout one) {
    ask(
        new CoachRequest.RemovePayout(one.id()),
        words -> offerUndo("Removed " + words + ".", CashBook.removed(one)),
        why -> outcome.say(Phrases.sentence(why.getMessage()) + "."));
  }

  private void offerUndo(String done, String label) {
    Button undo = Nodes.button("Undo", () -> undo(label), "flat");
    undo.setAccessibleText("Undo: " + label);
    outcome.say(done, undo);
  }

  private void undo(String label) {
    ask(
        new CoachRequest.Undo(label),
        taken -> outcome.say("Taken back: " + taken + "."),
        why -> outcome.say(Phrases.sentence(why.getMessage()) + "."));
  }

  private <A> void ask(
      CoachRequest<A> request, Consumer<A> done, Consumer<CoachException> refused) {
    source.ask(
        request,
        answer -> {
          done.accept(answer);
          changed.run();
        },
        refused);
  }
}
