package app.respite.domain.day.course;

import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.advice.AdviceState;
import app.respite.domain.day.advice.QuestionState;
import app.respite.domain.day.breaks.BreaksState;
import app.respite.domain.day.breaks.PendingBreak;
import app.respite.domain.day.breaks.RunningBreak;
import app.respite.domain.day.holds.HoldsState;
import app.respite.domain.day.limits.LimitsState;
import app.respite.domain.day.limits.OfferState;
import app.respite.domain.day.presence.PresenceState;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.Phase;
import app.respite.domain.day.session.SessionState;
import app.respite.domain.day.session.UncountedTime;
import app.respite.domain.day.step.DayFrame;
import app.respite.domain.day.tiredness.TirednessState;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.GapCause;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.watch.CheckIns;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Route;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.SpanState;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The open state as names and texts, for the checkpoint. What history holds is not repeated: spans,
 * tasks and the last sprint are found again by their ids, settings come from their file.
 */
public final class StateCodec {
  /** Holds the running day and the one before it. */
  private static final Duration LOOK_BACK = Duration.ofHours(50);

  /** Holds the last rest of whoever rests at all. */
  private static final Duration FURTHER_BACK = Duration.ofDays(31);

  private static final String PUT_AWAY = "putAway.";

  private StateCodec() {}

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

  /** Writes a state. */
  public static Map<String, String> encode(DayState state) {
    Map<String, String> to = new HashMap<>();
    DayFrame frame = state.frame();
    put(to, "now", frame.now());
    put(to, "zone", frame.zone());
    put(to, "day", frame.day());
    put(to, "notice", frame.notice());
    put(to, "seed", frame.seed());
    put(to, "count", frame.count());
    session(to, state.session());
    LimitsState limits = state.limits();
    put(to, "limit.said", limits.said());
    put(to, "limit.again", limits.again());
    put(to, "limit.weekSaid", limits.weekSaid());
    uncounted(to, state.uncounted(), state.offers());
    AdviceState suggestions = state.advice();
    put(to, "advice.told", suggestions.told());
    Suggestion suggested = suggestions.suggestion();
    if (suggested != null) {
      put(to, "suggested.kind", suggested.kind());
      put(to, "suggested.length", suggested.length());
      put(to, "suggested.task", suggested.task());
      put(to, "suggested.sentence", suggested.sentence());
      put(to, "suggested.since", suggested.since());
    }
    for (Suggestion.Kind kind : suggestions.putAway()) {
      put(to, PUT_AWAY + kind.name(), true);
    }
    questions(to, state.questions());
    if (state.ledger().open() != null) {
      Ledger.Open open = state.ledger().open();
      put(to, "open.session", open.session());
      put(to, "open.sprint", open.sprint());
      put(to, "open.task", open.task());
      put(to, "open.state", open.state());
      put(to, "open.since", open.since());
    }
    presence(to, state.presence());
    HoldsState holds = state.holds();
    put(to, "holds.quietSince", holds.quietSince());
    put(to, "holds.quietUntil", holds.quietUntil());
    put(to, "holds.meetingSince", holds.meetingSince());
    put(to, "holds.meetingUntil", holds.meetingUntil());
    put(to, "holds.dndSince", holds.dndSince());
    put(to, "holds.fullScreenSince", holds.fullScreenSince());
    put(to, "holds.callSince", holds.callSince());
    breaks(to, state.breaks());
    return to;
  }

  private static void questions(Map<String, String> to, QuestionState questions) {
    put(to, "asking.eveningOffered", questions.eveningOffered());
    if (questions.evening()) {
      put(to, "asking.evening", true);
    }
    if (questions.burnout()) {
      put(to, "asking.burnout", true);
    }
    put(to, "asking.stopped", questions.stopped());
    put(to, "asking.dayAsked", questions.dayAsked());
    put(to, "asking.before", questions.before());
    put(to, "asking.passedOver", questions.passedOver());
    CheckIns.Answer answer = questions.answer();
    if (answer != null) {
      put(to, "asking.answerDay", answer.day());
      put(to, "asking.answer", answer.level());
    }
  }

  private static void session(Map<String, String> to, SessionState session) {
    put(to, "session", session.id());
    put(to, "task", session.task() == null ? null : session.task().id());
    phase(to, session.phase());
    if (session.pause() != null) {
      put(to, "pause.since", session.pause().since());
      put(to, "pause.until", session.pause().until());
    }
    put(to, "resumed", session.resumed());
    put(to, "lastSprint", session.lastSprint() == null ? null : session.lastSprint().id());
    put(to, "lastFlow", session.lastFlow());
    put(to, "inSet", session.inSet());
    put(to, "restedAt", session.restedAt());
    put(to, "claimedUntil", session.claimedUntil());
    if (session.recovery() != null) {
      put(to, "recovery.session", session.recovery().session());
      put(to, "recovery.sprint", session.recovery().sprint());
      put(to, "recovery.lastInput", session.recovery().lastInput());
    }
  }

  private static void breaks(Map<String, String> to, BreaksState breaks) {
    RunningBreak running = breaks.running();
    if (running != null) {
      put(to, "break.kind", running.kind());
      put(to, "break.route", running.route());
      put(to, "break.start", running.start());
      put(to, "break.length", running.length());
      put(to, "break.held", running.held());
      put(to, "break.inputSince", running.inputSince());
      put(to, "break.alone", running.alone());
    }
    if (breaks.pending() != null) {
      pending(to, breaks.pending());
    }
    if (breaks.warned() != null) {
      put(to, "warned.kind", breaks.warned().kind());
      put(to, "warned.due", breaks.warned().due());
    }
    put(to, "skipsInARow", breaks.skipsInARow());
    put(to, "restSkippedAt", breaks.restSkippedAt());
    if (breaks.gate() != null) {
      put(to, "gate.verb", breaks.gate().verb());
      put(to, "gate.at", breaks.gate().at());
    }
  }

  /** Its names begin with an offer, which is all that it was at first. */
  private static void uncounted(
      Map<String, String> to, UncountedTime uncounted, OfferState offers) {
    put(to, "offer.inputSince", uncounted.since());
    put(to, "offer.offered", offers.offered());
    put(to, "offer.spent", offers.spent());
    put(to, "offer.reminded", offers.reminded());
    put(to, "offer.said", offers.said());
    List<Interval> before = uncounted.before();
    for (int i = 0; i < before.size(); i++) {
      put(to, "uncounted." + i + ".start", before.get(i).start());
      put(to, "uncounted." + i + ".end", before.get(i).end());
    }
  }

  private static void phase(Map<String, String> to, Phase phase) {
    switch (phase) {
      case Phase.Off off -> to.put("phase", "off");
      case Phase.Overrun over -> to.put("phase", "overrun");
      case Phase.Ready ready -> to.put("phase", "ready");
      case Phase.Sprint sprint -> {
        to.put("phase", "sprint");
        put(to, "sprint.id", sprint.id());
        put(to, "sprint.start", sprint.start());
        put(to, "sprint.planned", sprint.planned());
        put(to, "sprint.own", sprint.own());
        put(to, "sprint.paused", sprint.paused());
        put(to, "sprint.endsAt", sprint.endsAt());
        put(to, "sprint.inSet", sprint.inSet());
        put(to, "sprint.items", sprint.items());
      }
      case Phase.OnBreak onBreak -> to.put("phase", "break");
    }
  }

  private static void presence(Map<String, String> to, PresenceState presence) {
    put(to, "presence.handsOff", presence.handsOff());
    put(to, "presence.locked", presence.locked());
    put(to, "presence.gap", presence.gap());
    put(to, "presence.declared", presence.declared());
    put(to, "presence.said", presence.said());
    put(to, "presence.known", presence.known());
    List<PresenceState.Absence> absences = presence.absences();
    for (int i = 0; i < absences.size(); i++) {
      put(to, "absence." + i + ".cause", absences.get(i).cause());
      put(to, "absence." + i + ".start", absences.get(i).interval().start());
      put(to, "absence." + i + ".end", absences.get(i).interval().end());
    }
    put(to, "closed", presence.closed());
    if (presence.question() != null) {
      put(to, "idle.since", presence.question().since());
      put(to, "idle.until", presence.question().until());
      put(to, "idle.session", presence.question().session());
    }
  }

  private static void pending(Map<String, String> to, PendingBreak pending) {
    put(to, "pending.id", pending.id());
    put(to, "pending.kind", pending.kind());
    put(to, "pending.length", pending.length());
    put(to, "pending.reason", pending.reason());
    put(to, "pending.since", pending.since());
    put(to, "pending.stage", pending.stage());
    put(to, "pending.from", pending.from());
    put(to, "pending.until", pending.until());
    put(to, "pending.postponed", pending.postponed());
    put(to, "pending.owed", pending.owed());
    put(to, "pending.announced", pending.announced());
    put(to, "pending.told", pending.told());
  }

  private static void put(Map<String, String> to, String name, @Nullable Object value) {
    if (value instanceof Enum<?> constant) {
      to.put(name, constant.name());
    } else if (value != null) {
      to.put(name, value.toString());
    }
  }

  /**
   * Reads a state.
   *
   * @throws IllegalArgumentException where the values are none that {@link #encode} writes
   */
  public static DayState decode(
      Map<String, String> values, Preferences preferences, History history) {
    try {
      return new Reader(values).state(preferences, history);
    } catch (DateTimeException | ArithmeticException broken) {
      throw new IllegalArgumentException("the open state cannot be read", broken);
    }
  }

  /**
   * What makes sense of values that {@link #decode} does not take: the session that was open, with
   * its task and sprint; everything else as in a fresh state. Empty where not even that is there.
   */
  public static Optional<DayState> salvage(
      Map<String, String> values, DayState fresh, History history) {
    Map<String, String> kept = new HashMap<>(values);
    kept.put("now", fresh.now().toString());
    try {
      return Optional.of(new Reader(kept).session(fresh, history));
    } catch (IllegalArgumentException | DateTimeException | ArithmeticException nothing) {
      return Optional.empty();
    }
  }

  private record Reader(Map<String, String> values) {
    /** The open session in a state that knows nothing else. */
    DayState session(DayState fresh, History history) {
      SessionState none = SessionState.NONE;
      SessionState session =
          new SessionState(
              need("session", UUID::fromString),
              task(history),
              phase(),
              values.containsKey("pause.since")
                  ? new SessionState.Pause(instant("pause.since"), null)
                  : null,
              none.resumed(),
              none.lastSprint(),
              none.lastFlow(),
              none.inSet(),
              none.restedAt(),
              none.claimedUntil(),
              none.recovery());
      DayState state =
          new DayState(
              fresh.frame(),
              fresh.presence(),
              ledger(fresh.preferences(), history, open()),
              session,
              fresh.uncounted(),
              fresh.holds(),
              fresh.tiredness(),
              new BreaksState(running(), null, null, 0, null, null),
              fresh.limits(),
              fresh.offers(),
              fresh.advice(),
              fresh.questions());
      if (state.lacksTask() || state.ledger().open() == null) {
        throw new IllegalArgumentException("too little of a session");
      }
      return state;
    }

    private Ledger.@Nullable Open open() {
      return values.containsKey("open.session")
          ? new Ledger.Open(
              need("open.session", UUID::fromString),
              maybe("open.sprint", UUID::fromString),
              maybe("open.task", UUID::fromString),
              need("open.state", SpanState::valueOf),
              instant("open.since"))
          : null;
    }

    DayState state(Preferences preferences, History history) {
      Ledger.Open open = open();
      return new DayState(
          new DayFrame(
              instant("now"),
              need("zone", ZoneId::of),
              need("day", LocalDate::parse),
              preferences,
              values.get("notice"),
              need("seed", Long::parseLong),
              need("count", Long::parseLong)),
          presence(),
          ledger(preferences, history, open),
          session(history),
          uncounted(),
          new HoldsState(
              maybe("holds.quietSince", Instant::parse),
              maybe("holds.quietUntil", Instant::parse),
              maybe("holds.meetingSince", Instant::parse),
              maybe("holds.meetingUntil", Instant::parse),
              maybe("holds.dndSince", Instant::parse),
              maybe("holds.fullScreenSince", Instant::parse),
              maybe("holds.callSince", Instant::parse)),
          TirednessState.UNKNOWN,
          new BreaksState(
              running(),
              values.containsKey("pending.id") ? pending() : null,
              values.containsKey("warned.kind")
                  ? new BreaksState.Warning(
                      need("warned.kind", BreakKind::valueOf), instant("warned.due"))
                  : null,
              whole("skipsInARow"),
              maybe("restSkippedAt", Instant::parse),
              values.containsKey("gate.verb")
                  ? new BreaksState.Gate(need("gate.verb", Function.identity()), instant("gate.at"))
                  : null),
          new LimitsState(
              flag("limit.said"),
              maybe("limit.again", Instant::parse),
              weekBefore(preferences, history, open),
              flag("limit.weekSaid")),
          new OfferState(
              maybe("offer.offered", Instant::parse),
              flag("offer.spent"),
              maybe("offer.reminded", Instant::parse),
              values.get("offer.said")),
          suggestions(),
          new QuestionState(
              maybe("asking.eveningOffered", LocalDate::parse),
              values.containsKey("asking.evening"),
              values.containsKey("asking.burnout"),
              maybe("asking.stopped", Instant::parse),
              maybe("asking.dayAsked", LocalDate::parse),
              maybe("asking.before", UUID::fromString),
              maybe("asking.passedOver", UUID::fromString),
              values.containsKey("asking.answerDay")
                  ? new CheckIns.Answer(
                      need("asking.answerDay", LocalDate::parse), whole("asking.answer"))
                  : null));
    }

    private SessionState session(History history) {
      return new SessionState(
          maybe("session", UUID::fromString),
          task(history),
          phase(),
          values.containsKey("pause.since")
              ? new SessionState.Pause(instant("pause.since"), maybe("pause.until", Instant::parse))
              : null,
          maybe("resumed", Instant::parse),
          sprint(history),
          flag("lastFlow"),
          whole("inSet"),
          maybe("restedAt", Instant::parse),
          maybe("claimedUntil", Instant::parse),
          values.containsKey("recovery.session")
              ? new SessionState.Recovery(
                  need("recovery.session", UUID::fromString),
                  maybe("recovery.sprint", UUID::fromString),
                  instant("recovery.lastInput"))
              : null);
    }

    /** Work of this week's days before the state's own. */
    private Duration weekBefore(
        Preferences preferences, History history, Ledger.@Nullable Open open) {
      LocalDate day = need("day", LocalDate::parse);
      LogicalDays days =
          new LogicalDays(need("zone", ZoneId::of), preferences.get(CoachKeys.DAY_STARTS));
      Instant monday = days.startOf(LogicalDays.monday(day));
      Instant today = days.startOf(day);
      Duration booked = history.work(new Interval(monday, today));
      if (open == null || open.state() != SpanState.WORK || !open.since().isBefore(today)) {
        return booked;
      }
      return booked.plus(Duration.between(Interval.later(monday, open.since()), today));
    }

    private AdviceState suggestions() {
      Set<Suggestion.Kind> putAway = EnumSet.noneOf(Suggestion.Kind.class);
      for (Suggestion.Kind kind : Suggestion.Kind.values()) {
        if (values.containsKey(PUT_AWAY + kind.name())) {
          putAway.add(kind);
        }
      }
      Suggestion suggested =
          values.containsKey("suggested.kind")
              ? new Suggestion(
                  need("suggested.kind", Suggestion.Kind::valueOf),
                  maybe("suggested.length", Duration::parse),
                  maybe("suggested.task", UUID::fromString),
                  need("suggested.sentence", Function.identity()),
                  instant("suggested.since"))
              : null;
      return new AdviceState(maybe("advice.told", Duration::parse), suggested, putAway);
    }

    private Phase phase() {
      String name = need("phase", Function.identity());
      return switch (name) {
        case "off" -> new Phase.Off();
        case "overrun" -> new Phase.Overrun();
        case "ready" -> new Phase.Ready();
        case "sprint" ->
            new Phase.Sprint(
                need("sprint.id", UUID::fromString),
                instant("sprint.start"),
                maybe("sprint.planned", Duration::parse),
                flag("sprint.own"),
                need("sprint.paused", Duration::parse),
                maybe("sprint.endsAt", Instant::parse),
                whole("sprint.inSet"),
                whole("sprint.items"));
        case "break" -> new Phase.OnBreak();
        default -> throw new IllegalArgumentException("no phase: " + name);
      };
    }

    private @Nullable RunningBreak running() {
      return phase() instanceof Phase.OnBreak
          ? new RunningBreak(
              need("break.kind", BreakKind::valueOf),
              need("break.route", Route::valueOf),
              instant("break.start"),
              need("break.length", Duration::parse),
              need("break.held", Duration::parse),
              maybe("break.inputSince", Instant::parse),
              flag("break.alone"))
          : null;
    }

    private UncountedTime uncounted() {
      List<Interval> before = new ArrayList<>();
      for (int i = 0; values.containsKey("uncounted." + i + ".start"); i++) {
        before.add(
            new Interval(instant("uncounted." + i + ".start"), instant("uncounted." + i + ".end")));
      }
      return new UncountedTime(maybe("offer.inputSince", Instant::parse), before);
    }

    private PresenceState presence() {
      List<PresenceState.Absence> absences = new ArrayList<>();
      for (int i = 0; values.containsKey("absence." + i + ".cause"); i++) {
        absences.add(
            new PresenceState.Absence(
                need("absence." + i + ".cause", GapCause::valueOf),
                new Interval(
                    instant("absence." + i + ".start"), instant("absence." + i + ".end"))));
      }
      return new PresenceState(
          maybe("presence.handsOff", Instant::parse),
          maybe("presence.locked", Instant::parse),
          maybe("presence.gap", Instant::parse),
          flag("presence.declared"),
          flag("presence.said"),
          flag("presence.known"),
          absences,
          maybe("closed", UUID::fromString),
          asked());
    }

    private PendingBreak pending() {
      PendingBreak.Stage stage = need("pending.stage", PendingBreak.Stage::valueOf);
      Boolean told = maybe("pending.told", Boolean::parseBoolean);
      return new PendingBreak(
          need("pending.id", UUID::fromString),
          need("pending.kind", BreakKind::valueOf),
          need("pending.length", Duration::parse),
          need("pending.reason", Function.identity()),
          instant("pending.since"),
          stage,
          instant("pending.from"),
          maybe("pending.until", Instant::parse),
          whole("pending.postponed"),
          need("pending.owed", Duration::parse),
          flag("pending.announced"),
          // A checkpoint of an older version does not say; what was prompted then, was told of.
          told == null ? stage == PendingBreak.Stage.DUE : told);
    }

    private @Nullable Task task(History history) {
      UUID task = maybe("task", UUID::fromString);
      return task == null ? null : history.task(task).orElse(null);
    }

    private @Nullable Sprint sprint(History history) {
      UUID sprint = maybe("lastSprint", UUID::fromString);
      return sprint == null ? null : history.sprint(sprint).orElse(null);
    }

    private PresenceState.@Nullable IdleQuestion asked() {
      return values.containsKey("idle.since")
          ? new PresenceState.IdleQuestion(
              instant("idle.since"), instant("idle.until"), need("idle.session", UUID::fromString))
          : null;
    }

    /**
     * The spans of the day, of the running sprint and of what is asked about, and further back
     * where no rest is among them.
     */
    private Ledger ledger(Preferences preferences, History history, Ledger.@Nullable Open open) {
      Instant now = instant("now");
      Instant from = now.minus(LOOK_BACK);
      if (phase() instanceof Phase.Sprint sprint) {
        from = Interval.earlier(from, sprint.start());
      }
      PresenceState.IdleQuestion asked = asked();
      if (asked != null) {
        from = Interval.earlier(from, asked.since());
      }
      Sprint found = values.containsKey("recovery.session") ? sprint(history) : null;
      if (found != null) {
        from = Interval.earlier(from, found.start());
      }
      Ledger ledger = new Ledger(history.spans(from, now), open);
      Task task = task(history);
      Duration resets = preferences.get(RestRule.RESETS_AFTER, task == null ? null : task.name());
      boolean rested = ledger.lastRest(resets, now, uncounted().until(now)).isAfter(Instant.MIN);
      return rested
          ? ledger
          : new Ledger(history.spans(Interval.earlier(from, now.minus(FURTHER_BACK)), now), open);
    }

    private Instant instant(String name) {
      return need(name, Instant::parse);
    }

    private boolean flag(String name) {
      return need(name, Boolean::parseBoolean);
    }

    private int whole(String name) {
      return need(name, Integer::parseInt);
    }

    private <T> T need(String name, Function<String, T> parse) {
      String text = values.get(name);
      if (text == null) {
        throw new IllegalArgumentException("the open state lacks " + name);
      }
      return parse.apply(text);
    }

    private <T> @Nullable T maybe(String name, Function<String, T> parse) {
      String text = values.get(name);
      return text == null ? null : parse.apply(text);
    }
  }
}
