package app.respite.domain.breaks;

import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.setting.SettingType;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rest inside the window of active work since the last one. Due at the window's start, or when
 * the estimate of tiredness advises it; where that falls into a sprint, at the sprint's end if this
 * lies within the window, else at the window's end (docs/contract.md, "The course of a day").
 */
public record RestRule() implements BreakRule {
  private static final SettingType.Length WINDOW =
      new SettingType.Length(Duration.ofMinutes(45), Duration.ofMinutes(120));

  public static final SettingKey<Duration> EARLIEST =
      SettingKey.perTask(
          "rest.earliest",
          WINDOW,
          Duration.ofMinutes(60),
          "The earliest moment a rest is advised, in work since the last one.");
  public static final SettingKey<Duration> LATEST =
      SettingKey.perTask(
          "rest.latest",
          WINDOW,
          Duration.ofMinutes(90),
          "The latest moment a rest is advised, in work since the last one.");
  public static final SettingKey<Duration> LENGTH =
      SettingKey.perTask(
          "rest.length",
          new SettingType.Length(Duration.ofMinutes(1), Duration.ofHours(2)),
          Duration.ofMinutes(10),
          "How long a rest is.");
  public static final SettingKey<Duration> RESETS_AFTER =
      SettingKey.perTask(
          "rest.resets-after",
          new SettingType.Length(Duration.ofMinutes(1), Duration.ofHours(1)),
          Duration.ofMinutes(5),
          "A rest this long, by whatever route, starts \"since last rest\" anew.");

  @Override
  public List<SettingKey<?>> keys() {
    return List.of(EARLIEST, LATEST, LENGTH, RESETS_AFTER);
  }

  @Override
  public Optional<Duration> restAfter(Situation now) {
    return Optional.of(after(now));
  }

  /** After how much work a rest fits: by the person's own ratings, else at the window's start. */
  private static Duration after(Situation now) {
    RestAdvice advice = now.advice();
    return advice == null
        ? Durations.min(
            now.preferences().get(EARLIEST, now.task()), now.preferences().get(LATEST, now.task()))
        : advice.after();
  }

  @Override
  public Optional<Proposal> propose(Situation now) {
    Duration latest = now.preferences().get(LATEST, now.task());
    RestAdvice advice = now.advice();
    Instant opens = now.now().plus(after(now).minus(now.towardsRest()));
    Instant closes = now.now().plus(latest.minus(now.towardsRest()));
    Instant due = opens;
    Instant end = now.sprintEnd();
    if (end != null && !now.flow() && opens.isBefore(end)) {
      due = end.isAfter(closes) ? closes : end;
    }
    due = Interval.later(due, now.now());
    return Optional.of(
        new Proposal(
            BreakKind.REST,
            due,
            now.preferences().get(LENGTH, now.task()),
            reason(now.sinceRest().plus(Duration.between(now.now(), due)), now.heavy(), advice)));
  }

  /**
   * Why a rest is due after an amount of work since the last one; told to five minutes.
   *
   * @param heavy whether the content is burdening
   * @param advice the estimate it follows, or null
   */
  public static String reason(Duration sinceRest, boolean heavy, @Nullable RestAdvice advice) {
    return advice == null || !advice.personal()
        ? reason(sinceRest, heavy)
        : AdviceWords.reason(advice) + (heavy ? ", with heavy content" : "");
  }

  /**
   * Why a rest is due after an amount of work since the last one; told to five minutes.
   *
   * @param heavy whether the content is burdening
   */
  public static String reason(Duration sinceRest, boolean heavy) {
    long minutes = Figures.fives(sinceRest.toSeconds() / 60.0);
    return "about "
        + minutes
        + " minutes of work since the last rest"
        + (heavy ? ", with heavy content" : "");
  }
}
