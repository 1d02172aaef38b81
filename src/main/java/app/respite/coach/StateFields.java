package app.respite.coach;

import app.respite.bind.BindException;
import app.respite.bind.Form;
import app.respite.bind.FormBuilder;
import app.respite.bind.Scalar;
import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.advice.AdviceState;
import app.respite.domain.day.advice.QuestionState;
import app.respite.domain.day.breaks.BreaksState;
import app.respite.domain.day.breaks.PendingBreak;
import app.respite.domain.day.breaks.RunningBreak;
import app.respite.domain.day.course.DayState;
import app.respite.domain.day.limits.LimitsState;
import app.respite.domain.day.presence.PresenceState;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionState;
import app.respite.domain.day.session.UncountedTime;
import app.respite.domain.day.step.DayFrame;
import app.respite.domain.day.tiredness.TirednessState;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.watch.CheckIns;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open state as names and texts, for the checkpoint. What history holds is not repeated: spans,
 * tasks and the last sprint are found again by their ids, settings come from their file.
 */
@ArchitectureException(
    wall = Wall.SWITCH_OVER_TEXT,
    reason = "a checkpoint holds yes and no as words")
public final class StateFields {
  /** Holds the running day and the one before it. */
  private static final Duration LOOK_BACK = Duration.ofHours(50);

  /** Holds the last rest of whoever rests at all. */
  private static final Duration FURTHER_BACK = Duration.ofDays(31);

  private static final String TASK = "task";
  private static final String LAST_SPRINT = "lastSprint";
  private static final String SPANS = "spans";
  private static final String WEEK_BEFORE = "limit.weekBefore";

  private static final Form FORM = form();

  private StateFields() {}

  /** What history holds of the open state. */
  public interface History {
    /** A task by its id. */
    Optional<Task> task(UUID id);

    /** A sprint by its id. */
    Optional<Sprint> sprint(UUID id);

    /** The spans that touch the time from an instant to another. */
    List<Span> spans(Instant from, Instant until);

    /** Work in an interval, as the spans say. */
    Duration work(Interval interval);
  }

  /** Names as they were when a state had no parts: old checkpoints are read. */
  private static Form form() {
    Map<String, Class<? extends Phase>> phases = new LinkedHashMap<>();
    phases.put("off", Phase.Off.class);
    phases.put("sprint", Phase.Sprint.class);
    phases.put("overrun", Phase.Overrun.class);
    phases.put("break", Phase.OnBreak.class);
    phases.put("ready", Phase.Ready.class);
    FormBuilder form =
        Form.builder(Enum::name)
            .flagsNeeded()
            .scalar(
                boolean.class, Scalar.text("true or false", Object::toString, StateFields::flag))
            .scalar(int.class, Scalar.text("a whole number", Object::toString, Integer::valueOf))
            .scalar(long.class, Scalar.text("a whole number", Object::toString, Long::valueOf))
            .scalar(Instant.class, Scalar.text("an instant", Instant::toString, Instant::parse))
            .scalar(Duration.class, Scalar.text("a duration", Duration::toString, Duration::parse))
            .scalar(LocalDate.class, Scalar.text("a day", LocalDate::toString, LocalDate::parse))
            .scalar(
                Task.class,
                new Scalar<>(
                    "a task of the journal",
                    task -> task.id().toString(),
                    found -> found instanceof Task task ? task : null))
            .scalar(
                Sprint.class,
                new Scalar<>(
                    "a sprint of the journal",
                    sprint -> sprint.id().toString(),
                    found -> found instanceof Sprint sprint ? sprint : null))
            .familyApart(Phase.class, "phase", ".", phases)
            .given(DayState.class, "tiredness")
            .given(DayFrame.class, "preferences")
            .given(Ledger.class, "spans")
            .given(LimitsState.class, "weekBefore")
            .spread(DayState.class, "frame", "")
            .spread(DayState.class, "presence", "")
            .spread(DayState.class, "ledger", "")
            .spread(DayState.class, "session", "")
            .spread(DayState.class, "uncounted", "")
            .spread(DayState.class, "holds", "holds.")
            .spread(DayState.class, "breaks", "")
            .spread(DayState.class, "limits", "limit.")
            .spread(DayState.class, "offers", "offer.")
            .spread(DayState.class, "advice", "")
            .spread(DayState.class, "questions", "asking.")
            .numbered(PresenceState.class, "absences", "absence.")
            .spread(PresenceState.Absence.class, "interval", "")
            .spread(PresenceState.class, "question", "idle.")
            .spread(Ledger.class, "open", "open.")
            .rename(SessionState.class, "id", "session")
            .spread(SessionState.class, "phase", "")
            .spread(SessionState.class, "pause", "pause.")
            .spread(SessionState.class, "recovery", "recovery.")
            .rename(UncountedTime.class, "since", "offer.inputSince")
            .numbered(UncountedTime.class, "before", "uncounted.")
            .spread(BreaksState.class, "running", "break.")
            .spread(BreaksState.class, "pending", "pending.")
            .spread(BreaksState.class, "warned", "warned.")
            .spread(BreaksState.class, "gate", "gate.")
            .rename(AdviceState.class, "told", "advice.told")
            .spread(AdviceState.class, "suggestion", "suggested.")
            .flags(AdviceState.class, "putAway", "putAway.")
            .rename(AdviceState.class, "day", "advice.day")
            .numbered(AdviceState.class, "heard", "heard.")
            .silent(QuestionState.class, "evening", false)
            .silent(QuestionState.class, "burnout", false)
            .spread(QuestionState.class, "answer", "")
            .rename(CheckIns.Answer.class, "day", "answerDay")
            .rename(CheckIns.Answer.class, "level", "answer");
    for (String own : List.of("handsOff", "locked", "gap", "declared", "said", "known")) {
      form.rename(PresenceState.class, own, "presence." + own);
    }
    return form.build();
  }

  private static @Nullable Boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> null;
    };
  }

  /** Writes a state. */
  public static Map<String, String> of(DayState state) {
    Map<String, String> texts = new HashMap<>();
    FORM.write(state).forEach((name, value) -> texts.put(name, String.valueOf(value)));
    return texts;
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException where the values are none that {@link #of} writes
   */
  public static DayState read(
      Map<String, String> values, Preferences preferences, History history) {
    try {
      return new Reader(values, preferences, history).state();
    } catch (BindException | DateTimeException | ArithmeticException broken) {
      throw new IllegalArgumentException(
          "the open state cannot be read: " + broken.getMessage(), broken);
    }
  }

  /**
   * What makes sense of values that {@link #read} does not take: the session that was open, with
   * its task and sprint; everything else as in a fresh state. Empty where not even that is there.
   */
  public static Optional<DayState> salvage(
      Map<String, String> values, DayState fresh, History history) {
    Map<String, String> kept = new HashMap<>();
    values.forEach(
        (name, value) -> {
          if (List.of("session", TASK, "phase", "pause.since").contains(name)
              || name.startsWith("sprint.")
              || name.startsWith("break.")
              || name.startsWith("open.")) {
            kept.put(name, value);
          }
        });
    kept.put("inSet", "0");
    kept.put("lastFlow", "false");
    try {
      return Optional.of(new Reader(kept, fresh.preferences(), history).session(fresh));
    } catch (BindException
        | IllegalArgumentException
        | DateTimeException
        | ArithmeticException nothing) {
      return Optional.empty();
    }
  }

  private record Reader(Map<String, String> values, Preferences preferences, History history) {
    /** The open session in a state that knows nothing else. */
    DayState session(DayState fresh) {
      Map<String, @Nullable Object> fields = known();
      SessionState session = FORM.read(SessionState.class, fields);
      Ledger.Open open = part("open.", Ledger.Open.class);
      DayState state =
          new DayState(
              fresh.frame(),
              fresh.presence(),
              ledger(fresh.now(), session, null, new UncountedTime(null, List.of()), open),
              session,
              fresh.uncounted(),
              fresh.holds(),
              fresh.tiredness(),
              new BreaksState(running(session), null, null, 0, null, null),
              fresh.limits(),
              fresh.offers(),
              fresh.advice(),
              fresh.questions());
      if (!state.sessionOpen() || state.lacksTask() || open == null) {
        throw new IllegalArgumentException("too little of a session");
      }
      return state;
    }

    /** Read twice: what history has to tell follows from what the values say. */
    DayState state() {
      Map<String, @Nullable Object> fields = known();
      fields.put(SPANS, List.of());
      fields.put(WEEK_BEFORE, Duration.ZERO);
      DayState bare = FORM.read(DayState.class, fields);
      if (bare.session().phase() instanceof Phase.OnBreak && bare.breaks().running() == null) {
        throw new IllegalArgumentException("the open state lacks the break that runs");
      }
      Ledger.Open open = bare.ledger().open();
      fields.put(WEEK_BEFORE, weekBefore(bare.frame(), open));
      fields.put(
          SPANS,
          ledger(bare.now(), bare.session(), bare.presence().question(), bare.uncounted(), open)
              .spans());
      return FORM.read(DayState.class, fields);
    }

    /** The values, and what is not among them. */
    private Map<String, @Nullable Object> known() {
      Map<String, @Nullable Object> fields = new HashMap<>(values);
      fields.put("preferences", preferences);
      fields.put("tiredness", TirednessState.UNKNOWN);
      fields.put(TASK, found(TASK, history::task));
      fields.put(LAST_SPRINT, found(LAST_SPRINT, history::sprint));
      if (values.containsKey("pending.stage")) {
        // A checkpoint of an older version does not say; what was prompted then, was told of.
        boolean due = PendingBreak.Stage.DUE.name().equals(values.get("pending.stage"));
        fields.putIfAbsent("pending.told", String.valueOf(due));
      }
      return fields;
    }

    private <T> @Nullable T found(String name, Function<UUID, Optional<T>> find) {
      String id = values.get(name);
      return id == null ? null : find.apply(UUID.fromString(id)).orElse(null);
    }

    private @Nullable RunningBreak running(SessionState session) {
      return session.phase() instanceof Phase.OnBreak ? part("break.", RunningBreak.class) : null;
    }

    private <T extends Record> @Nullable T part(String prefix, Class<T> type) {
      return values.keySet().stream().anyMatch(name -> name.startsWith(prefix))
          ? FORM.read(type, name -> values.get(prefix + name))
          : null;
    }

    /** Work of this week's days before the state's own. */
    private Duration weekBefore(DayFrame frame, Ledger.@Nullable Open open) {
      LogicalDays days =
          new LogicalDays(frame.zone(), frame.preferences().get(CoachKeys.DAY_STARTS));
      Instant monday = days.startOf(LogicalDays.monday(frame.day()));
      Instant today = days.startOf(frame.day());
      Duration booked = history.work(new Interval(monday, today));
      if (open == null || open.state() != SpanState.WORK || !open.since().isBefore(today)) {
        return booked;
      }
      return booked.plus(Duration.between(Interval.later(monday, open.since()), today));
    }

    /**
     * The spans of the day, of the running sprint and of what is asked about, and further back
     * where no rest is among them.
     */
    private Ledger ledger(
        Instant now,
        SessionState session,
        PresenceState.@Nullable IdleQuestion asked,
        UncountedTime uncounted,
        Ledger.@Nullable Open open) {
      Instant from = now.minus(LOOK_BACK);
      if (session.phase() instanceof Phase.Sprint sprint) {
        from = Interval.earlier(from, sprint.start());
      }
      if (asked != null) {
        from = Interval.earlier(from, asked.since());
      }
      if (session.recovery() != null && session.lastSprint() != null) {
        from = Interval.earlier(from, session.lastSprint().start());
      }
      Ledger ledger = new Ledger(history.spans(from, now), open);
      Task task = session.task();
      Duration resets = preferences.get(RestRule.RESETS_AFTER, task == null ? null : task.name());
      boolean rested = ledger.lastRest(resets, now, uncounted.until(now)).isAfter(Instant.MIN);
      return rested
          ? ledger
          : new Ledger(history.spans(Interval.earlier(from, now.minus(FURTHER_BACK)), now), open);
    }
  }
}
