package app.respite.domain.breaks;

import app.respite.domain.setting.SettingKey;
import app.respite.domain.setting.SettingType;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A short break after each sprint, a long one after a set. */
public record SprintBreakRule() implements BreakRule {
  public static final SettingKey<Duration> SPRINT =
      SettingKey.perTask(
          "sprint.length",
          new SettingType.Length(Duration.ofMinutes(1), Duration.ofHours(4)),
          Duration.ofMinutes(25),
          "How long a sprint is.");
  public static final SettingKey<Integer> PER_SET =
      SettingKey.perTask(
          "sprint.per-set", new SettingType.Whole(1, 12), 4, "Sprints before the long break.");
  public static final SettingKey<Duration> SHORT =
      SettingKey.perTask(
          "break.short",
          new SettingType.Length(Duration.ofMinutes(1), Duration.ofHours(1)),
          Duration.ofMinutes(5),
          "The break after a sprint.");
  public static final SettingKey<Duration> LONG =
      SettingKey.perTask(
          "break.long",
          new SettingType.Length(Duration.ofMinutes(1), Duration.ofHours(2)),
          Duration.ofMinutes(15),
          "The break after a set of sprints.");

  @Override
  public List<SettingKey<?>> keys() {
    return List.of(SPRINT, PER_SET, SHORT, LONG);
  }

  @Override
  public Optional<Proposal> propose(Situation now) {
    Instant end = now.sprintEnd() != null ? now.sprintEnd() : now.sprintEnded();
    if (now.flow() || end == null) {
      return Optional.empty();
    }
    boolean setDone = now.sprintInSet() % now.preferences().get(PER_SET, now.task()) == 0;
    BreakKind kind = setDone ? BreakKind.LONG : BreakKind.SHORT;
    Duration length = now.preferences().get(setDone ? LONG : SHORT, now.task());
    String reason = setDone ? "the set of sprints is done" : "the sprint is done";
    return Optional.of(new Proposal(kind, end, length, reason));
  }
}
