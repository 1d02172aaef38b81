package app.respite.ui.money;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.MoneyGlance;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.typed.Moments;
import app.respite.ui.kit.Card;
import app.respite.ui.kit.ColumnPage;
import app.respite.ui.kit.Later;
import app.respite.ui.kit.Nodes;
import app.respite.ui.kit.SideBySide;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * What was earned, is pending, landed and is owed, and what an hour comes to; payouts are booked
 * here, and the terms of platforms told.
 */
public final class MoneyPage extends ColumnPage {
  private static final double NARROW = 560;

  /** How wide words are beside which something can be pressed. */
  static final double WORDS = 480;

  /** A page that comes sooner needs no word of waiting. */
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** Where the figures come from and wishes go; answers come on the screen's thread. */
  public interface Source {
    /** Tells how money stands now; one of the two is told. */
    void glance(Consumer<MoneyGlance> answer, Runnable failed);

    /** Tells what a figure of some days is made of; one of the two is told. */
    void explain(
        LocalDate from,
        LocalDate to,
        Asked asked,
        Consumer<List<CardContent>> answer,
        Runnable failed);

    /** Asks for a change; one of the two is told. */
    <A> void ask(CoachRequest<A> request, Consumer<A> done, Consumer<CoachException> refused);

    /** Reads days that are typed now. */
    Moments moments();

    /** An identity for a new payout. */
    UUID newId();

    /** Leads to the page of tasks. */
    void toTasks();

    /** Leads to the running day. */
    void toToday();
  }

  private final Source source;
  private final Later later;
  private final VBox content = new VBox(16);
  private final Button book = Nodes.button("Book a payout", this::book);
  private final PayoutsCard payouts;
  private final PlatformsCard platforms;
  private @Nullable MoneyGlance shown;
  private @Nullable String currency;
  private long sequence = -1;
  private long asked;

  /** An empty page. */
  public MoneyPage(Source source, Later later) {
    this.source = source;
    this.later = later;
    payouts = new PayoutsCard(source, this::reload);
    platforms = new PlatformsCard(source, this::reload);
    Nodes.show(book, false);
    SideBySide heading = new SideBySide(Nodes.label("Money", "headline"), book, 0);
    VBox column = new VBox(16, heading, content);
    column(column, 960);
    widthProperty().addListener(changed -> Nodes.state(this, "narrow", getWidth() < NARROW));
  }

  /** Shows the journal of a sequence; what is in sight stays until the figures are there. */
  public void show(long now) {
    if (now != sequence) {
      sequence = now;
      reload();
    }
  }

  /** Reads anew; after a second the page says so, and can be told to leave it. */
  private void reload() {
    long mine = ++asked;
    later.run(
        PATIENCE,
        () -> {
          if (mine == asked) {
            shown = null;
            instead("money.reading", Nodes.button("Cancel", () -> stop("money.stopped")));
          }
        });
    source.glance(
        glance -> {
          if (mine == asked) {
            asked++;
            show(glance);
          }
        },
        () -> {
          if (mine == asked) {
            stop("money.failed");
          }
        });
  }

  private void stop(String why) {
    asked++;
    shown = null;
    instead(why, Nodes.button("Read it again", this::reload));
  }

  private void book() {
    payouts.focus();
  }

  private void instead(String words, Button deed) {
    content.getChildren().setAll(new VBox(8, Nodes.paragraph(say(words), "quiet"), deed));
  }

  private void show(MoneyGlance now) {
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    Nodes.show(book, !now.isEmpty());
    if (now.isEmpty()) {
      content.getChildren().setAll(empty(now));
      return;
    }
    payouts.show(now);
    platforms.show(now);
    MoneyCards cards = new MoneyCards(now, source);
    content
        .getChildren()
        .setAll(
            cards.month(),
            cards.outstanding(),
            payouts.node(),
            cards.hourlyPay(),
            cards.months(currency, chosen -> currency = chosen),
            cards.setAside(),
            platforms.node());
  }

  private Node empty(MoneyGlance now) {
    Card card = new Card("Nothing to show yet");
    card.said(say("money.empty"));
    card.picture(
        now.payIsKnown()
            ? Nodes.button("Go to Today", source::toToday)
            : Nodes.button("Say what a task pays", source::toTasks));
    return card;
  }
}
