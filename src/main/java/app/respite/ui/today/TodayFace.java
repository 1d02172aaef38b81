package app.respite.ui.today;

import app.respite.coach.words.Phrases;
import app.respite.domain.day.Input;
import app.respite.domain.day.Notices;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.DueState;
import app.respite.domain.day.Snapshot.HeldBy;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.day.Snapshot.NextBreak;
import app.respite.domain.day.Snapshot.Presence;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.HoldReason;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.kit.Countdown;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything the day's page says at one moment, worked out from a snapshot. Labels and actions
 * follow what the coach says can be done (B36).
 *
 * @param choosing whether the choice of a task is what stands in the middle
 * @param primary the one next action; null where there is none
 * @param actions further actions that stay in sight
 * @param menu rarer actions
 * @param sentence what comes next and why, or why nothing does
 * @param basis what the time of the next rest rests on, empty where nothing is foreseen
 * @param notice the newest advice, empty where none or where it is shown elsewhere on the page
 * @param offer what is suggested beside the reminders, or null
 * @param keys what the keys do now
 */
public record TodayFace(
    boolean choosing,
    Ring ring,
    @Nullable Act primary,
    List<Act> actions,
    List<Act> menu,
    RestBar bar,
    String sentence,
    String basis,
    String notice,
    @Nullable Offer offer,
    Map<Hotkey, Act> keys) {

  /** What the ring is about; decides its colour and shape. */
  public enum Tone {
    WORK,
    REST,
    DUE,
    PAUSED,
    OFF
  }

  /**
   * The ring.
   *
   * @param filled how much of it is drawn, 0 to 1
   * @param digits the figure inside
   * @param over words above the figure
   * @param under words below it
   */
  public record Ring(Tone tone, double filled, String digits, String over, String under) {
    /** As a screen reader says it. */
    public String words() {
      return Phrases.sentence(over) + ", " + digits + (under.isEmpty() ? "" : ", " + under);
    }
  }

  /**
   * What is suggested, and the two answers to it.
   *
   * @param take says what will happen; null where it cannot be taken now
   * @param dismiss null where it cannot be put away now
   */
  public record Offer(String sentence, @Nullable Act take, @Nullable Act dismiss) {}

  /** Work since the last rest, and the window in which a rest is advised. */
  public record RestBar(Duration since, Duration earliest, Duration latest) {
    /** The length at the bar's end. */
    public Duration end() {
      Duration beyond = latest.plus(latest.dividedBy(8));
      return since.compareTo(beyond) > 0 ? since : beyond;
    }

    /** A length as a share of the bar. */
    public double share(Duration length) {
      return Math.clamp((double) length.toMillis() / end().toMillis(), 0, 1);
    }

    /** Whether the window has been reached. */
    public boolean inWindow() {
      return since.compareTo(earliest) >= 0;
    }

    /** As a screen reader says it. */
    public String words() {
      return Durations.minutes(since)
          + " of work since the last rest; a rest is advised between "
          + earliest.toMinutes()
          + " and "
          + latest.toMinutes()
          + " minutes";
    }
  }

  /**
   * The page for a snapshot moved on by the time since it came.
   *
   * @param upcoming how long the next sprint would be, null where it would have no end
   * @param other the task that is suggested, null where none is
   */
  public static TodayFace of(
      Snapshot now,
      Duration passed,
      @Nullable Task task,
      ZoneId zone,
      @Nullable Duration upcoming,
      @Nullable Task other) {
    return new Builder(now, Countdown.of(now, passed), task, zone, upcoming, other).build();
  }

  private record Builder(
      Snapshot now,
      Countdown count,
      @Nullable Task task,
      ZoneId zone,
      @Nullable Duration upcoming,
      @Nullable Task other) {
    TodayFace build() {
      Act primary = primary();
      List<Act> actions = actions(primary);
      return new TodayFace(
          now.state() == Mode.OFF && now.task() == null,
          ring(),
          primary,
          actions,
          menu(primary, actions),
          new RestBar(count.sinceRest(), now.restEarliest(), now.restLatest()),
          sentence(),
          AdviceWords.namesRatings(sentence()) ? "" : now.basis(),
          notice(),
          offer(),
          keys());
    }

    /** The page says some of the advice where it can be answered; once is enough. */
    private String notice() {
      String notice = now.notice();
      if (now.questions().evening()) {
        notice = Notices.withoutEvening(notice);
      }
      if (now.suggestion() != null) {
        notice = Notices.without(notice, now.suggestion().sentence());
      }
      return notice == null ? "" : notice;
    }

    private @Nullable Offer offer() {
      Suggestion made = now.suggestion();
      return made == null ? null : new Offer(made.sentence(), take(made), dismiss());
    }

    private @Nullable Act take(Suggestion made) {
      return can(Action.TAKE)
          ? new Act(
              Phrases.taking(made, other == null ? null : other.name()),
              Hotkey.TAKE.key(),
              new Input.TakeSuggestion())
          : null;
    }

    private @Nullable Act dismiss() {
      return can(Action.DISMISS)
          ? new Act("Not today", Hotkey.DISMISS.key(), new Input.DismissSuggestion())
          : null;
    }

    private boolean can(Action action) {
      return now.can().contains(action);
    }

    private boolean due() {
      return now.due() != null && now.due().state() == DueState.DUE && can(Action.ACCEPT);
    }

    private Ring ring() {
      String sprint =
          now.sprintInSet() > 0 ? "sprint " + now.sprintInSet() + " of " + now.perSet() : "";
      return switch (now.state()) {
        case OFF -> new Ring(Tone.OFF, 0, next(), "next sprint", "");
        case SPRINT -> {
          Duration remaining = count.remaining();
          Tone tone = due() ? Tone.DUE : Tone.WORK;
          yield remaining == null
              ? new Ring(
                  tone, untilRest(), Durations.passed(count.elapsed()), "flow", "counting up")
              : new Ring(tone, share(remaining), Durations.left(remaining), "focus", sprint);
        }
        case OVERRUN ->
            new Ring(
                due() ? Tone.DUE : Tone.WORK,
                0,
                "+" + Durations.passed(count.overtime()),
                "sprint is over",
                "still counts as work");
        case PAUSED -> {
          Duration remaining = count.remaining();
          if (remaining == null && !now.flow()) {
            yield new Ring(
                Tone.PAUSED,
                0,
                "+" + Durations.passed(count.overtime()),
                "paused",
                "the sprint is over");
          }
          yield remaining == null
              ? new Ring(
                  Tone.PAUSED, untilRest(), Durations.passed(count.elapsed()), "paused", "flow")
              : new Ring(
                  Tone.PAUSED, share(remaining), Durations.left(remaining), "paused", sprint);
        }
        case BREAK -> {
          Duration remaining = count.remaining();
          if (remaining != null && remaining.isPositive()) {
            yield new Ring(Tone.REST, share(remaining), Durations.left(remaining), "break", "left");
          }
          yield new Ring(
              Tone.REST,
              0,
              "+" + Durations.passed(count.overtime()),
              "break is over",
              "counted as rest");
        }
        case READY -> new Ring(Tone.OFF, 0, next(), "ready", "nothing counts until you start");
      };
    }

    private String next() {
      return Durations.left(upcoming == null ? Duration.ZERO : upcoming);
    }

    private double share(Duration remaining) {
      Duration planned = now.planned();
      return planned == null || planned.isZero()
          ? 0
          : Math.clamp((double) remaining.toMillis() / planned.toMillis(), 0, 1);
    }

    private double untilRest() {
      return Math.clamp(
          1 - (double) count.sinceRest().toMillis() / now.restEarliest().toMillis(), 0, 1);
    }

    private @Nullable Act primary() {
      if (due()) {
        return accept();
      }
      return switch (now.state()) {
        case OFF -> now.task() == null ? null : start("Start " + now.task());
        case SPRINT -> can(Action.PAUSE) ? pause() : null;
        case OVERRUN -> start("Start the next sprint");
        case PAUSED -> can(Action.RESUME) ? resume() : null;
        case BREAK -> can(Action.END_BREAK) ? endBreak() : null;
        case READY -> start("Start the next sprint");
      };
    }

    private List<Act> actions(@Nullable Act primary) {
      List<Act> found = new ArrayList<>();
      if (can(Action.TIRED) && now.state() != Mode.BREAK) {
        found.add(tired());
      }
      if (can(Action.ITEM)) {
        found.add(item());
      }
      if (due() && can(Action.PAUSE)) {
        found.add(pause());
      }
      Input.Start counting = now.counting();
      if (counting != null) {
        found.addFirst(new Act(Phrases.COUNT_THESE, "", counting));
      }
      found.removeIf(act -> act.equals(primary));
      return List.copyOf(found);
    }

    private List<Act> menu(@Nullable Act primary, List<Act> actions) {
      List<Act> found = new ArrayList<>();
      if (now.state() != Mode.OFF && can(Action.START)) {
        found.add(start("Start the next sprint"));
      }
      if (now.state() != Mode.SPRINT && can(Action.START)) {
        found.add(new Act("Start without an end", "", new Input.Start(task, null, true)));
      }
      if (can(Action.BREAK) && !due()) {
        found.add(takeBreak());
      }
      if (can(Action.TOOK)) {
        found.add(new Act("I already took one", "", new Input.Took(null)));
      }
      if (can(Action.QUIET_OFF)) {
        found.add(new Act("End quiet", "", new Input.Quiet(null, false, true)));
      } else if (can(Action.QUIET)) {
        found.add(
            new Act("Quiet for an hour", "", new Input.Quiet(Duration.ofHours(1), false, false)));
        found.add(new Act("Quiet until morning", "", new Input.Quiet(null, true, false)));
      }
      if (can(Action.MEETING_OFF)) {
        found.add(new Act("The meeting is over", "", new Input.Meeting(null, true)));
      } else if (can(Action.MEETING)) {
        found.add(new Act("In a meeting", "", new Input.Meeting(null, false)));
      }
      if (can(Action.STOP)) {
        found.add(stop());
      }
      found.removeIf(act -> act.equals(primary) || actions.contains(act));
      return List.copyOf(found);
    }

    private Map<Hotkey, Act> keys() {
      Map<Hotkey, Act> keys = new EnumMap<>(Hotkey.class);
      if (can(Action.RESUME)) {
        keys.put(Hotkey.HOLD, resume());
      } else if (can(Action.PAUSE)) {
        keys.put(Hotkey.HOLD, pause());
      }
      if (due()) {
        keys.put(Hotkey.BREAK, accept());
      } else if (can(Action.BREAK)) {
        keys.put(Hotkey.BREAK, takeBreak());
      }
      if (can(Action.TIRED)) {
        keys.put(Hotkey.TIRED, tired());
      }
      if (can(Action.ITEM)) {
        keys.put(Hotkey.ITEM, item());
      }
      boolean underWay = now.state() == Mode.SPRINT || now.state() == Mode.PAUSED;
      Act start = now.task() == null ? null : start("Start");
      if (!underWay && start != null) {
        keys.put(Hotkey.START_STOP, start);
      } else if (can(Action.STOP)) {
        keys.put(Hotkey.START_STOP, stop());
      }
      Offer offer = offer();
      if (offer != null && offer.take() != null) {
        keys.put(Hotkey.TAKE, offer.take());
      }
      if (offer != null && offer.dismiss() != null) {
        keys.put(Hotkey.DISMISS, offer.dismiss());
      }
      return Map.copyOf(keys);
    }

    private @Nullable Act start(String label) {
      return can(Action.START)
          ? new Act(label, Hotkey.START_STOP.key(), new Input.Start(task, null, false))
          : null;
    }

    private static Act stop() {
      return new Act("Stop for now", Hotkey.START_STOP.key(), new Input.Stop());
    }

    private static Act pause() {
      return new Act("Pause", Hotkey.HOLD.key(), new Input.Pause(null));
    }

    private static Act resume() {
      return new Act("Resume", Hotkey.HOLD.key(), new Input.Resume());
    }

    private static Act accept() {
      return new Act("Take the break", Hotkey.BREAK.key(), new Input.Accept());
    }

    private static Act takeBreak() {
      return new Act("Take a break now", Hotkey.BREAK.key(), new Input.TakeBreak(null));
    }

    private static Act tired() {
      return new Act("I'm tired now", Hotkey.TIRED.key(), new Input.Tired());
    }

    private Act item() {
      return new Act(
          now.items() == 0 ? "Count an item" : "Count an item (" + now.items() + ")",
          Hotkey.ITEM.key(),
          new Input.Items(1));
    }

    private Act endBreak() {
      boolean over = count.remaining() == null || !count.remaining().isPositive();
      return new Act(over ? "I'm back" : "End the break", "", new Input.EndBreak(false));
    }

    private String sentence() {
      if (!now.reason().isEmpty()) {
        return Phrases.sentence(now.reason());
      }
      Optional<String> held = holds();
      DueBreak due = now.due();
      if (due != null) {
        String what = Phrases.sentence(Phrases.name(due.kind()));
        return what
            + switch (due.state()) {
              case HELD -> " waiting: " + held.orElse("held back for now").toLowerCase(Locale.ROOT);
              case POSTPONED ->
                  (due.at() == null
                          ? " put off"
                          : " put off until " + Phrases.clock(due.at(), zone))
                      + owed(due);
              case DUE ->
                  " due since "
                      + Phrases.clock(due.since(), zone)
                      + ": "
                      + due.reason()
                      + owed(due);
              case WARNED -> " at " + Phrases.clock(due.since(), zone) + ": " + due.reason();
            };
      }
      if (held.isPresent()) {
        return held.get();
      }
      if (now.presence() == Presence.AWAY) {
        return "You are away; this time is not counted as work";
      }
      if (now.presence() == Presence.IDLE) {
        return "No input for a while; the time is booked from your last one";
      }
      NextBreak next = now.next();
      return next == null ? "" : next(next);
    }

    private String next(NextBreak next) {
      boolean rest = next.kind() == BreakKind.REST;
      return "A "
          + Durations.attribute(next.length())
          + " "
          + (rest
              ? "rest around " + Phrases.about(next.at(), zone)
              : "break at " + Phrases.clock(next.at(), zone))
          + ": "
          + next.reason();
    }

    private static String owed(DueBreak due) {
      return due.owed().isPositive()
          ? ", " + Durations.words(due.owed()) + " longer for the delay"
          : "";
    }

    private Optional<String> holds() {
      if (now.holds().isEmpty()) {
        return Optional.empty();
      }
      HeldBy hold = now.holds().getFirst();
      return Optional.of(name(hold.reason()) + until(hold.until()));
    }

    private String until(@Nullable Instant until) {
      return until == null ? "" : " until " + Phrases.clock(until, zone);
    }

    private static String name(HoldReason reason) {
      return switch (reason) {
        case QUIET -> "Quiet";
        case MEETING -> "In a meeting";
        case DND -> "Do not disturb is on";
        case FULL_SCREEN -> "A full-screen window is in front";
        case LOCK -> "The screen is locked";
        case WORK_HOURS -> "Outside your working hours";
      };
    }
  }

  /** Whether anything on the page moves with time. */
  public static boolean ticks(Snapshot now) {
    return now.running() && Set.of(Mode.SPRINT, Mode.OVERRUN, Mode.BREAK).contains(now.state());
  }
}
