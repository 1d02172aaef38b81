package app.respite.ui.shell;

import app.respite.coach.MoneyGlance;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.typed.Moments;
import app.respite.ui.money.MoneyPage;
import app.respite.ui.shell.MainView.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the page of money asks for, from the window's model.
 *
 * @param turn leads to another page
 */
record MoneySource(ShellViewModel model, Consumer<Page> turn) implements MoneyPage.Source {
  @Override
  public void glance(Consumer<MoneyGlance> answer, Runnable failed) {
    model.money(answer, failed);
  }

  @Override
  public void explain(
      LocalDate from,
      LocalDate to,
      Asked asked,
      Consumer<List<CardContent>> answer,
      Runnable failed) {
    model.explain(from, to, asked, answer, failed);
  }

  @Override
  public <A> void ask(CoachRequest<A> request, Consumer<A> done, Consumer<CoachException> refused) {
    model.ask(request, done, refused);
  }

  @Override
  public Moments moments() {
    return model.moments();
  }

  @Override
  public UUID newId() {
    return UUID.randomUUID();
  }

  @Override
  public void toTasks() {
    turn.accept(Page.TASKS);
  }

  @Override
  public void toToday() {
    turn.accept(Page.TODAY);
  }
}
