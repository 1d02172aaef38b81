package app.respite.domain.day.step;

import app.respite.domain.day.Change;
import app.respite.domain.day.Event;
import app.respite.domain.day.Notices;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What every policy works with while one input is dealt with: the instant and the settings, what is
 * told and written so far, ids for new records. It alone changes the {@link DayFrame}. Lives inside
 * one step and is never shared.
 */
public final class StepContext {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final Consumer<StepSignal> heard;
  private final List<TimedEvent> events = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private final long seed;
  private long count;
  private Instant now;
  private ZoneId zone;
  private LocalDate day;
  private Preferences preferences;
  private @Nullable String notice;
  private @Nullable Instant acting;

  /** When this step said something quietly last. */
  private @Nullable Instant said;

  /**
   * Begins a step.
   *
   * @param heard takes each signal at once
   */
  public StepContext(DayFrame frame, Consumer<StepSignal> heard) {
    this.heard = heard;
    now = frame.now();
    zone = frame.zone();
    day = frame.day();
    preferences = frame.preferences();
    notice = frame.notice();
    seed = frame.seed();
    count = frame.count();
  }

  /** The frame as it is by now. */
  public DayFrame frame() {
    return new DayFrame(now, zone, day, preferences, notice, seed, count);
  }

  // The instant, the day, the settings.

  /** The instant at which something is due or done. */
  public Instant now() {
    return now;
  }

  /** Time goes on. */
  public void moveTo(Instant later) {
    now = later;
  }

  /**
   * When the coach acts, where that is later than when things were due: after a gap; null
   * otherwise.
   */
  public @Nullable Instant acting() {
    return acting;
  }

  /** When the coach acts, whenever things were due. */
  public Instant actsAt() {
    return acting == null ? now : acting;
  }

  /** What comes is acted on at an instant after it was due; null where it is not. */
  public void actAt(@Nullable Instant later) {
    acting = later;
  }

  /** The user's zone. */
  public ZoneId zone() {
    return zone;
  }

  /** The user is in another zone. */
  public void travelTo(ZoneId other) {
    zone = other;
  }

  /** An instant as the user's clock shows it. */
  public String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  /** The logical day. */
  public LocalDate day() {
    return day;
  }

  /** Another logical day begins. */
  public void beginDay(LocalDate next) {
    day = next;
  }

  /** The user's days. */
  public LogicalDays days() {
    return frame().days();
  }

  /** When the logical day began. */
  public Instant dayStart() {
    return days().startOf(day);
  }

  /** The value of a setting. */
  public <T> T preference(SettingKey<T> key) {
    return preferences.get(key);
  }

  /** The settings in force. */
  public Preferences preferences() {
    return preferences;
  }

  /** Other settings hold. */
  public void prefer(Preferences others) {
    preferences = others;
  }

  // What is told and written.

  /** Tells what happened. Quiet advice becomes the notice, too. */
  public void tell(Event event) {
    events.add(new TimedEvent(actsAt(), event));
    if (event instanceof Event.Advice advice && advice.kind() != Event.Advice.Kind.REST) {
      say(advice.sentence());
    }
  }

  /** Tells that a command is not followed, and why. */
  public void refuse(String verb, String reason) {
    tell(new Event.Refused(verb, reason));
  }

  /** Makes a sentence the notice, with what else is said at this moment. */
  public void say(String sentence) {
    Instant at = actsAt();
    notice = at.equals(said) ? Notices.and(notice, sentence) : sentence;
    said = at;
  }

  /** The newest quiet advice, or null. */
  public @Nullable String notice() {
    return notice;
  }

  /** Sentences have had their time and leave the notice; null for none. */
  public void takeBack(@Nullable String sentences) {
    notice = Notices.without(notice, sentences);
  }

  /** The evening's offer has had its time. */
  public void takeBackEvening() {
    notice = Notices.withoutEvening(notice);
  }

  /** Has a record written. */
  public void put(JournalRecord entry) {
    changes.add(new Change.Put(entry));
  }

  /** Has a record taken out. */
  public void remove(Class<? extends JournalRecord> kind, UUID id) {
    changes.add(new Change.Remove(kind, id));
  }

  /** What was told, in order. */
  public List<TimedEvent> events() {
    return events;
  }

  /** What is to be written, in order. */
  public List<Change> changes() {
    return changes;
  }

  /** Lets the rooms above hear of something. */
  public void signal(StepSignal signal) {
    heard.accept(signal);
  }

  /** The next record's id: unpredictable to others by the seed, the same in a replay. */
  public UUID newId() {
    count++;
    long high = mix(seed ^ (count * 0x9E3779B97F4A7C15L));
    long low = mix(high + count);
    return new UUID(
        (high & 0xFFFFFFFFFFFF0FFFL) | 0x4000L, (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L);
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
