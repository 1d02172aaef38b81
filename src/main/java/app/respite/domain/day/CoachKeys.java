package app.respite.domain.day;

import app.respite.domain.money.TaxCalendar;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.setting.SettingType;
import app.respite.domain.setting.WorkHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Settings of the coach itself; break rules declare their own (see {@code domain.breaks}). */
public final class CoachKeys {
  private static final SettingType.Choice<AskOrAuto> ASK_OR_AUTO =
      new SettingType.Choice<>(AskOrAuto.class);

  /** What happens where a sprint or break is over. */
  public enum AskOrAuto {
    ASK,
    AUTO
  }

  /** The rhythm of work: sprints with breaks, or counting up with rest reminders only. */
  public enum Rhythm {
    POMODORO,
    FLOW
  }

  /** How hard the coach holds on to a break. */
  public enum Strictness {
    GENTLE,
    FIRM,
    STRICT
  }

  /** What items counted by hand are until told otherwise. */
  public enum Typed {
    ACCEPTED,
    UNDECIDED
  }

  /** What the system offers, or a fixed choice. */
  public enum Theme {
    SYSTEM,
    LIGHT,
    DARK
  }

  /** Follow the system, or not. */
  public enum SystemFlag {
    SYSTEM,
    ON,
    OFF
  }

  /** What is to be seen of a break. */
  public enum BreakView {
    /** Every screen is covered. */
    FULL,
    /** The small prompt alone. */
    SMALL
  }

  public static final SettingKey<Rhythm> RHYTHM =
      SettingKey.of(
          "rhythm",
          new SettingType.Choice<>(Rhythm.class),
          Rhythm.POMODORO,
          "Sprints with breaks, or flow: the time counts up and only rests are advised.");
  public static final SettingKey<AskOrAuto> NEXT_SPRINT =
      SettingKey.of(
          "next-sprint",
          ASK_OR_AUTO,
          AskOrAuto.ASK,
          "After a break, wait for you or start the next sprint by itself.");
  public static final SettingKey<AskOrAuto> NEXT_BREAK =
      SettingKey.of(
          "next-break",
          ASK_OR_AUTO,
          AskOrAuto.ASK,
          "When a break is due, wait for you or start it when patience ends.");
  public static final SettingKey<Duration> WARNING =
      SettingKey.of(
          "warning", length(0, 300), seconds(30), "How long before a break you hear of it.");
  public static final SettingKey<Duration> PATIENCE =
      SettingKey.of(
          "prompt.patience",
          length(0, 1800),
          seconds(180),
          "The longest wait for your hands to stop before the break view opens.");
  public static final SettingKey<BreakView> BREAK_VIEW =
      SettingKey.of(
          "break.view",
          new SettingType.Choice<>(BreakView.class),
          BreakView.FULL,
          "What you see of a break: a calm view on every screen, or the small prompt alone.");
  public static final SettingKey<Boolean> CALLS_HOLD =
      SettingKey.of(
          "calls.hold",
          new SettingType.Flag(),
          true,
          "A call, seen by the microphone or camera in use, holds prompts back like a meeting.");
  public static final SettingKey<List<Duration>> POSTPONE_CHOICES =
      SettingKey.of(
          "postpone.choices",
          new SettingType.Lengths(length(60, 3600), 5),
          List.of(seconds(300), seconds(600), seconds(900)),
          "For how long a break may be put off; the first is the default.");
  public static final SettingKey<Integer> POSTPONE_LIMIT =
      SettingKey.of(
          "postpone.limit",
          new SettingType.Whole(0, 10),
          2,
          "How often one break may be put off; after that only taking or skipping it remain.");
  public static final SettingKey<Integer> SKIP_IN_A_ROW =
      SettingKey.of(
          "skip.in-a-row",
          new SettingType.Whole(0, 20),
          2,
          "After this many skipped breaks in a row, skipping asks for a second, deliberate press.");
  public static final SettingKey<Strictness> STRICTNESS =
      SettingKey.of(
          "strictness",
          new SettingType.Choice<>(Strictness.class),
          Strictness.GENTLE,
          "Gentle: input for 5 seconds ends a break. Firm: input holds its countdown. "
              + "Strict: neither skipping nor postponing; the emergency way out always works.");
  public static final SettingKey<String> SHORTCUT_TIRED =
      shortcut("shortcut.tired", "I'm tired now, from any window");
  public static final SettingKey<String> SHORTCUT_BREAK =
      shortcut("shortcut.break", "take the break that is due, or one now, from any window");
  public static final SettingKey<String> SHORTCUT_PAUSE =
      shortcut("shortcut.pause", "pause or go on, from any window");
  public static final SettingKey<String> SHORTCUT_ITEM =
      shortcut("shortcut.item", "count an item, from any window");
  public static final SettingKey<Duration> IDLE_AFTER =
      SettingKey.of(
          "idle.after",
          length(15, 3600),
          seconds(120),
          "Without input for this long you are idle, counted from the last input.");
  public static final SettingKey<Duration> IDLE_NATURAL =
      SettingKey.of(
          "idle.natural", length(60, 7200), seconds(300), "Idle for this long is a natural break.");
  public static final SettingKey<Duration> IDLE_ASK_AFTER =
      SettingKey.of(
          "idle.ask-after",
          length(120, 14400),
          seconds(600),
          "Idle for this long, and you are asked once what the time was.");
  public static final SettingKey<LocalTime> DAY_STARTS =
      SettingKey.of(
          "day.starts",
          new SettingType.TimeOfDay(),
          LocalTime.of(4, 0),
          "When a new day begins; work before it belongs to the day before.");
  public static final SettingKey<Duration> DAY_LIMIT =
      SettingKey.of(
          "day.limit",
          length(1800, 86400),
          Duration.ofHours(8),
          "Active work a day after which you are told once.");
  public static final SettingKey<Duration> WEEK_LIMIT =
      SettingKey.of(
          "week.limit",
          length(3600, 604800),
          Duration.ofDays(2),
          "Active work a week after which you are told once.");
  public static final SettingKey<WorkHours> WORK_HOURS =
      SettingKey.of(
          "work.hours",
          new SettingType.Hours(),
          WorkHours.ALWAYS,
          "Outside these hours no prompts come. Empty means always.");
  public static final SettingKey<Integer> FATIGUE_THRESHOLD =
      SettingKey.of(
          "fatigue.threshold",
          new SettingType.Whole(4, 8),
          6,
          "The tiredness, 0 to 10, at which you want to rest.");
  public static final SettingKey<Boolean> STRAIN_WATCH =
      SettingKey.of(
          "strain.watch",
          new SettingType.Flag(),
          true,
          "Look over weeks for lasting changes of tiredness, pace and hours against your"
              + " baseline.");
  public static final SettingKey<Optional<LocalDate>> STRAIN_BASELINE_FROM =
      SettingKey.of(
          "strain.baseline-from",
          new SettingType.OneDay(),
          Optional.empty(),
          "Begin a new baseline of the strain watch on this day. Empty means from the beginning.");
  public static final SettingKey<Typed> ITEMS_TYPED =
      SettingKey.perTask(
          "items.typed",
          new SettingType.Choice<>(Typed.class),
          Typed.ACCEPTED,
          "What an item counted by hand is until told otherwise: accepted, or undecided.");
  public static final SettingKey<BigDecimal> SET_ASIDE =
      SettingKey.of(
          "set-aside",
          new SettingType.Decimal(new BigDecimal("0"), new BigDecimal("0.6")),
          new BigDecimal("0.25"),
          "The share of earnings shown as set aside for taxes.");
  public static final SettingKey<Optional<TaxCalendar>> TAX_CALENDAR =
      SettingKey.of(
          "tax.calendar",
          new SettingType.OptionalChoice<>(TaxCalendar.class),
          Optional.empty(),
          "Tell money by the periods of estimated tax of the United States (us), with their due"
              + " dates. Empty means quarters of the calendar.");
  public static final SettingKey<Duration> TIMESHEET_ROUND =
      SettingKey.of(
          "timesheet.round",
          length(1, 3600),
          seconds(60),
          "What the hours to report are rounded to, half up, once for each task and day.");
  public static final SettingKey<String> BACKUP_FOLDER =
      SettingKey.of(
          "backup.folder",
          new SettingType.Text(1000),
          "",
          "Where verified copies of the journal go. Empty means the folder backups beside it.");
  public static final SettingKey<Boolean> BACKUP_DAILY =
      SettingKey.of(
          "backup.daily",
          new SettingType.Flag(),
          true,
          "A copy of the journal once a day; 7 days, 4 weeks and 12 months stay.");
  public static final SettingKey<String> LANGUAGE =
      SettingKey.of(
          "language", new SettingType.Text(35), "system", "Language tag such as en, or system.");
  public static final SettingKey<Theme> THEME =
      SettingKey.of(
          "theme",
          new SettingType.Choice<>(Theme.class),
          Theme.SYSTEM,
          "Light, dark, or as the system.");
  public static final SettingKey<BigDecimal> INTERFACE_SCALE =
      SettingKey.of(
          "interface.scale",
          new SettingType.Decimal(new BigDecimal("0.8"), new BigDecimal("2.5")),
          new BigDecimal("1"),
          "Size of the interface; 1 is the system's own.");
  public static final SettingKey<Integer> SOUND_VOLUME =
      SettingKey.of(
          "sound.volume", new SettingType.Whole(0, 100), 0, "Loudness of the chime, 0 is silent.");
  public static final SettingKey<SystemFlag> REDUCED_MOTION =
      SettingKey.of(
          "reduced-motion",
          new SettingType.Choice<>(SystemFlag.class),
          SystemFlag.SYSTEM,
          "Fewer movements on screen: on, off, or as the system.");
  public static final SettingKey<String> MINI_PLACE =
      SettingKey.of(
          "mini.place",
          new SettingType.Text(40),
          "bottom-right",
          "Where the small timer is: a corner, or where you left it.");
  public static final SettingKey<Integer> MINI_OPACITY =
      SettingKey.of(
          "mini.opacity",
          new SettingType.Whole(20, 100),
          85,
          "How solid the small timer is while the pointer is elsewhere, in percent.");
  public static final SettingKey<Boolean> PASSIVE =
      SettingKey.perTask(
          "passive",
          new SettingType.Flag(),
          false,
          "Work without input, such as listening, is still work.");
  public static final SettingKey<Boolean> HEAVY =
      SettingKey.perTask(
          "heavy", new SettingType.Flag(), false, "Burdening content: exposure is counted apart.");

  private CoachKeys() {}

  /** The keys that hold for every task, in the order they are shown. */
  public static List<SettingKey<?>> all() {
    return List.of(
        RHYTHM,
        NEXT_SPRINT,
        NEXT_BREAK,
        WARNING,
        PATIENCE,
        BREAK_VIEW,
        CALLS_HOLD,
        SHORTCUT_TIRED,
        SHORTCUT_BREAK,
        SHORTCUT_PAUSE,
        SHORTCUT_ITEM,
        POSTPONE_CHOICES,
        POSTPONE_LIMIT,
        SKIP_IN_A_ROW,
        STRICTNESS,
        IDLE_AFTER,
        IDLE_NATURAL,
        IDLE_ASK_AFTER,
        DAY_STARTS,
        DAY_LIMIT,
        WEEK_LIMIT,
        WORK_HOURS,
        FATIGUE_THRESHOLD,
        STRAIN_WATCH,
        STRAIN_BASELINE_FROM,
        ITEMS_TYPED,
        SET_ASIDE,
        TAX_CALENDAR,
        TIMESHEET_ROUND,
        BACKUP_FOLDER,
        BACKUP_DAILY,
        LANGUAGE,
        THEME,
        INTERFACE_SCALE,
        SOUND_VOLUME,
        REDUCED_MOTION,
        MINI_PLACE,
        MINI_OPACITY);
  }

  /** The keys that only make sense for a task. */
  public static List<SettingKey<?>> ofTasks() {
    return List.of(PASSIVE, HEAVY);
  }

  private static SettingKey<String> shortcut(String name, String does) {
    return SettingKey.of(
        name,
        new SettingType.Text(40),
        "",
        "Keys such as Ctrl+Alt+B: " + does + ". Empty means none.");
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  private static SettingType.Length length(long min, long max) {
    return new SettingType.Length(seconds(min), seconds(max));
  }
}
