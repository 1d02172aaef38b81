package app.respite.coach.review;

import app.respite.domain.work.JournalRecord.SpanState;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A figure of a review that can be traced to what it is made of, by its name in the JSON. */
public enum Explained {
  EARNED("earned"),
  PENDING("pending"),
  SET_ASIDE("setAside"),
  PER_WORK_HOUR("perWorkHour"),
  PER_PRESENT_HOUR("perPresentHour"),
  ITEMS("items"),
  REJECTED_RATE("rejectedRate"),
  ITEMS_PER_HOUR("itemsPerHour"),
  WORK("workSeconds", SpanState.WORK),
  BREAK("breakSeconds", SpanState.BREAK),
  NATURAL_REST("naturalRestSeconds", SpanState.NATURAL),
  IDLE("idleSeconds", SpanState.IDLE),
  PAUSED("pausedSeconds", SpanState.PAUSED),
  READY("readySeconds", SpanState.READY),
  AWAY("awaySeconds", SpanState.AWAY);

  private final String key;
  private final Optional<SpanState> state;

  Explained(String key) {
    this.key = key;
    this.state = Optional.empty();
  }

  Explained(String key, SpanState state) {
    this.key = key;
    this.state = Optional.of(state);
  }

  /** Its name in {@code review --json}. */
  public String key() {
    return key;
  }

  /** The time it is a sum of, if it is one. */
  Optional<SpanState> state() {
    return state;
  }

  /** The figure of a name, however its letters are written; empty where there is none. */
  public static Optional<Explained> of(String name) {
    return Arrays.stream(values()).filter(one -> one.key.equalsIgnoreCase(name.strip())).findAny();
  }

  /** All names. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Explained::key).toList();
  }
}
