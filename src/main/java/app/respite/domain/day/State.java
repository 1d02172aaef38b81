package app.respite.domain.day;

import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.RestAdvice;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.watch.CheckIns;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All the coach knows between two inputs. Immutable; {@link CourseOfDay} makes the next one.
 *
 * @param now up to when it is true
 * @param session the open session, or null
 * @param closed the last session, while the gap in which it was closed is still open
 * @param task the chosen task, kept after a session for the next start
 * @param pause the pause that holds the phase, or null
 * @param resumed when the last pause ended, or null
 * @param pending the break that is due, or null
 * @param warned the break that was announced ahead, or null
 * @param lastSprint the sprint that ended last, for check-ins; null before the first
 * @param lastFlow whether it was flow
 * @param inSet sprints that ran to their end in this set
 * @param skipsInARow breaks skipped since the last one taken
 * @param restSkippedAt when a rest was skipped last, or null
 * @param restedAt end of the last rest outside any session, or null
 * @param gate the skip that waits for its second press, or null
 * @param claimedUntil the platform's deadline of the claimed item, or null
 * @param idleQuestion the idle stretch that is asked about, or null
 * @param recovery the session found open after a crash, while it is asked about
 * @param limit whether the day's limit was said, and when it is said again
 * @param uncounted input that nothing counts, and what was said of it
 * @param notice the newest quiet advice, see {@link Notices}, or null
 * @param mind what the coach has learnt, and what it suggests
 * @param asking the questions about the person that are open
 * @param seed with {@code count} makes the ids of records
 */
public record State(
    Instant now,
    ZoneId zone,
    LocalDate day,
    Preferences preferences,
    Phase phase,
    @Nullable UUID session,
    @Nullable UUID closed,
    @Nullable Task task,
    @Nullable Pause pause,
    @Nullable Instant resumed,
    Ledger ledger,
    Presence presence,
    Holds holds,
    @Nullable PendingBreak pending,
    @Nullable Warning warned,
    @Nullable Sprint lastSprint,
    boolean lastFlow,
    int inSet,
    int skipsInARow,
    @Nullable Instant restSkippedAt,
    @Nullable Instant restedAt,
    @Nullable Gate gate,
    @Nullable Instant claimedUntil,
    @Nullable IdleQuestion idleQuestion,
    @Nullable Recovery recovery,
    Limit limit,
    Uncounted uncounted,
    @Nullable String notice,
    Mind mind,
    Asking asking,
    long seed,
    long count) {

  /** A pause of the phase below it; {@code until} null means until resumed. */
  record Pause(Instant since, @Nullable Instant until) {}

  /** A break announced ahead. */
  record Warning(BreakKind kind, Instant due) {}

  /** A skip that asked for a second press. */
  record Gate(String verb, Instant at) {}

  /** The idle stretch that is asked about, and the session it lies in. */
  record IdleQuestion(Instant since, Instant until, UUID session) {}

  /** A session found open after a crash: its sprint, if it had one, and its last sure input. */
  record Recovery(UUID session, @Nullable UUID sprint, Instant lastInput) {}

  /**
   * The limits of the day and the week.
   *
   * @param said whether the day's was said today
   * @param again when it is said again, because it was put off; or null
   * @param weekBefore work of this week's days before today
   * @param weekSaid whether the week's was said this week
   */
  record Limit(boolean said, @Nullable Instant again, Duration weekBefore, boolean weekSaid) {
    static final Limit SILENT = new Limit(false, null, Duration.ZERO, false);

    Limit saidNow() {
      return new Limit(true, null, weekBefore, weekSaid);
    }

    Limit putOff(Instant until) {
      return new Limit(true, until, weekBefore, weekSaid);
    }

    Limit weekSaidNow() {
      return new Limit(said, again, weekBefore, true);
    }

    Limit nextDay(Duration workSoFar) {
      return new Limit(false, null, workSoFar, weekSaid);
    }
  }

  /**
   * What the coach has learnt, and what it makes of it.
   *
   * @param knowledge null until it was worked out; never kept, for it follows from history
   * @param advised when a rest fits in the running stretch of work; null without knowledge
   * @param told the advice on a rest that the user was told of last today, or null; kept, so that
   *     nothing is told twice
   * @param suggestion what is suggested now, or null
   * @param putAway the kinds put away or taken today
   */
  public record Mind(
      @Nullable Knowledge knowledge,
      @Nullable Advised advised,
      @Nullable Duration told,
      @Nullable Suggestion suggestion,
      Set<Suggestion.Kind> putAway) {
    static final Mind EMPTY = new Mind(null, null, null, null, Set.of());

    public Mind {
      putAway = Set.copyOf(putAway);
    }

    Mind withKnowledge(@Nullable Knowledge learnt) {
      return new Mind(learnt, null, told, suggestion, putAway);
    }

    Mind withAdvised(@Nullable Advised worked) {
      return new Mind(knowledge, worked, told, suggestion, putAway);
    }

    Mind telling(@Nullable Duration after) {
      return new Mind(knowledge, advised, after, suggestion, putAway);
    }

    Mind suggesting(@Nullable Suggestion made) {
      return new Mind(knowledge, advised, told, made, putAway);
    }

    Mind puttingAway(Set<Suggestion.Kind> kinds) {
      return new Mind(knowledge, advised, told, null, kinds);
    }
  }

  /**
   * Advice, and what it was worked out for; it holds as long as that is so.
   *
   * @param rested the end of the rest before it
   */
  public record Advised(
      Instant rested, int threshold, Duration earliest, Duration latest, RestAdvice advice) {}

  /**
   * Questions about the person, each asked once and then left alone.
   *
   * @param eveningOffered the day on which the evening's review was offered last, or null
   * @param evening whether that day's end is still asked about; means nothing on another day
   * @param burnout whether the two-weekly question was put with it and is still open
   * @param stopped when the user stopped last; null once work went on, and before the first stop
   * @param dayAsked the day on which the two-weekly question was put or answered last, or null
   * @param before the last sprint that was rated before it, or left without that rating; or null
   * @param passedOver the sprint the user did not want to rate after it, or null
   * @param answer the newest answer to the two-weekly question given to this coach, or null
   */
  record Asking(
      @Nullable LocalDate eveningOffered,
      boolean evening,
      boolean burnout,
      @Nullable Instant stopped,
      @Nullable LocalDate dayAsked,
      @Nullable UUID before,
      @Nullable UUID passedOver,
      CheckIns.@Nullable Answer answer) {
    static final Asking NOTHING = new Asking(null, false, false, null, null, null, null, null);

    Asking offeredOn(LocalDate day, boolean two) {
      return new Asking(day, true, two, stopped, two ? day : dayAsked, before, passedOver, answer);
    }

    Asking withEvening(boolean open) {
      return new Asking(
          eveningOffered, open, burnout, stopped, dayAsked, before, passedOver, answer);
    }

    Asking withBurnout(boolean open) {
      return new Asking(
          eveningOffered, evening, open, stopped, dayAsked, before, passedOver, answer);
    }

    Asking withStopped(@Nullable Instant at) {
      return new Asking(eveningOffered, evening, burnout, at, dayAsked, before, passedOver, answer);
    }

    Asking answered(CheckIns.Answer given) {
      return new Asking(
          eveningOffered, evening, false, stopped, given.day(), before, passedOver, given);
    }

    Asking withBefore(UUID sprint) {
      return new Asking(
          eveningOffered, evening, burnout, stopped, dayAsked, sprint, passedOver, answer);
    }

    Asking withPassedOver(UUID sprint) {
      return new Asking(
          eveningOffered, evening, burnout, stopped, dayAsked, before, sprint, answer);
    }
  }

  /**
   * Input that nothing counts: with no session, in a pause, or when a break is over.
   *
   * @param since when the stretch that goes on began; null while none does
   * @param before the stretches before it since the last rest, in order
   * @param offered when counting it was offered last, or null
   * @param spent whether this stretch has had its offer, or wants none
   * @param reminded when a rest was last spoken of because of it, or null
   * @param said what was said of the stretch that goes on, or null
   */
  record Uncounted(
      @Nullable Instant since,
      List<Interval> before,
      @Nullable Instant offered,
      boolean spent,
      @Nullable Instant reminded,
      @Nullable String said) {
    public Uncounted {
      before = List.copyOf(before);
    }

    /** All its stretches up to now. */
    List<Interval> seen(Instant now) {
      if (since == null || !since.isBefore(now)) {
        return before;
      }
      List<Interval> all = new ArrayList<>(before);
      all.add(new Interval(since, now));
      return all;
    }

    static Uncounted from(@Nullable Instant since) {
      return new Uncounted(since, List.of(), null, false, null, null);
    }

    Uncounted begun(@Nullable Instant at, boolean withoutOffer) {
      return new Uncounted(at, before, offered, withoutOffer, reminded, null);
    }

    Uncounted with(List<Interval> stretches) {
      return new Uncounted(since, stretches, offered, spent, reminded, said);
    }

    Uncounted offering(Instant at, String sentence) {
      return new Uncounted(since, before, at, true, reminded, Notices.and(said, sentence));
    }

    Uncounted reminding(Instant at, String sentence) {
      return new Uncounted(since, before, offered, spent, at, Notices.and(said, sentence));
    }
  }

  /** A coach with nothing behind it: somebody is there, no session runs. */
  public static State initial(Instant now, ZoneId zone, Preferences preferences, long seed) {
    return new State(
        now,
        zone,
        new LogicalDays(zone, preferences.get(CoachKeys.DAY_STARTS)).dayOf(now),
        preferences,
        new Phase.Off(),
        null,
        null,
        null,
        null,
        null,
        Ledger.EMPTY,
        Presence.HERE,
        Holds.NONE,
        null,
        null,
        null,
        false,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        Limit.SILENT,
        Uncounted.from(now),
        null,
        Mind.EMPTY,
        Asking.NOTHING,
        seed,
        0);
  }

  /** The same with what was learnt of the person. */
  public State withKnowledge(@Nullable Knowledge learnt) {
    Turn turn = new Turn(this);
    turn.mind = turn.mind.withKnowledge(learnt);
    return turn.state();
  }

  /** The user's days. */
  public LogicalDays days() {
    return new LogicalDays(zone, preferences.get(CoachKeys.DAY_STARTS));
  }

  /** Whether a session is open. */
  public boolean sessionOpen() {
    return session != null;
  }

  /** Whether a session is open on a task that is not known. */
  public boolean lacksTask() {
    return session != null && task == null && !(phase instanceof Phase.OnBreak);
  }

  /** Since when there has been no input; null while there is, or where nothing tells of it. */
  public @Nullable Instant stillSince() {
    return presence.known() ? presence.handsOff() : null;
  }

  /** Whether anything tells of input (B19). */
  public boolean presenceKnown() {
    return presence.known();
  }
}
