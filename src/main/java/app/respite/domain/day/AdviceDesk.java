package app.respite.domain.day;

import app.respite.domain.fatigue.Knowledge;

/** What the coach has learnt of the person, and what it suggests beside the reminders. */
final class AdviceDesk {
  private final Turn turn;
  private final Desks desks;

  AdviceDesk(Turn turn, Desks desks) {
    this.turn = turn;
    this.desks = desks;
  }

  void learned(Knowledge knowledge) {
    turn.mind = turn.mind.withKnowledge(knowledge);
  }

  void take() {
    desks.refuse("take", "nothing is suggested");
  }

  void dismiss() {
    desks.refuse("dismiss", "nothing is suggested");
  }
}
