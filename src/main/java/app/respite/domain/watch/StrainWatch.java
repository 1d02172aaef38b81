package app.respite.domain.watch;

import app.respite.domain.watch.CheckIns.Answer;
import app.respite.domain.watch.Outlook.Card;
import app.respite.domain.watch.Outlook.Reading;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks over weeks for a lasting change against one's own baseline (docs/models.md): a card comes
 * up where two of three channels changed, or where the answers to the two-weekly question call for
 * it; at most one in 14 days. A change in a single channel is found in about a third of the cases
 * only.
 *
 * <p>Everything is worked out anew from the days, so that an edited day counts at once. A card
 * counts as shown on the day it comes up: the charts begin again from 0 there.
 */
public final class StrainWatch {
  /** Workdays before the charts may say anything. */
  public static final int VALID_DAYS = Series.NEEDED;

  /** A day with less work is no observation: hardly any work to be had is no change in a person. */
  public static final double LEAST_HOURS = 0.25;

  /** A card comes by chance in about one of so many quarters. */
  public static final int CHANCE_ONE_IN = 11;

  /** Days a card stays, and none other comes. */
  private static final int CARD_DAYS = 14;

  /** More days than this without work are an absence, not a long weekend. */
  private static final int LONG_ABSENCE = 6;

  /**
   * Workdays after an absence that are left out: in simulation a week in bed and a weak week after
   * it brought a card twice as often as chance does (bench/evaluation.html).
   */
  private static final int RETURN_DAYS = 5;

  private static final int LAST_WORKDAYS = 10;
  private static final int CHANGED = 2;

  private final NavigableMap<LocalDate, Workday> days = new TreeMap<>();
  private final Map<Channel, Track> tracks = new EnumMap<>(Channel.class);
  private final Set<LocalDate> calls;
  private int workdays;
  private boolean called;
  private final List<Card> cards = new ArrayList<>();

  private StrainWatch(List<Workday> all, List<Answer> answers, LocalDate day, LocalDate from) {
    for (Workday one : all) {
      if (one.hours() >= LEAST_HOURS && !one.day().isAfter(day) && !one.day().isBefore(from)) {
        days.put(one.day(), one);
      }
    }
    dropReturns();
    for (Channel channel : Channel.values()) {
      tracks.put(channel, new Track(channel, days.values()));
    }
    calls = CheckIns.calls(answers.stream().filter(answer -> !answer.day().isAfter(day)).toList());
  }

  /**
   * The first workdays after an illness or a holiday are no observations: one finds one's way back.
   */
  private void dropReturns() {
    Set<LocalDate> returning = new HashSet<>();
    LocalDate before = null;
    int left = 0;
    for (LocalDate day : days.keySet()) {
      if (before != null && ChronoUnit.DAYS.between(before, day) > LONG_ABSENCE) {
        left = RETURN_DAYS;
      }
      if (left > 0) {
        returning.add(day);
        left--;
      }
      before = day;
    }
    days.keySet().removeAll(returning);
  }

  /**
   * The watch on a day, by all days up to it.
   *
   * @param all days in any order, those without work left out or not
   * @param from days before this count for nothing, where a new baseline was asked for; {@link
   *     LocalDate#MIN} otherwise
   */
  public static Outlook on(LocalDate day, List<Workday> all, List<Answer> answers, LocalDate from) {
    StrainWatch watch = new StrainWatch(all, answers, day, from);
    watch.run(day);
    return watch.outlook(day);
  }

  /** All cards that came up until a day, the last one last. */
  public static List<Card> cards(
      LocalDate day, List<Workday> all, List<Answer> answers, LocalDate from) {
    StrainWatch watch = new StrainWatch(all, answers, day, from);
    watch.run(day);
    return List.copyOf(watch.cards);
  }

  private void run(LocalDate last) {
    NavigableMap<LocalDate, Boolean> events = new TreeMap<>();
    days.keySet().forEach(day -> events.put(day, true));
    calls.forEach(day -> events.put(day, true));
    if (events.isEmpty()) {
      return;
    }
    LocalDate quiet = events.lastKey().plusDays(CARD_DAYS);
    LocalDate end = quiet.isBefore(last) ? quiet : last;
    for (LocalDate day = events.firstKey(); !day.isAfter(end); day = day.plusDays(1)) {
      live(day);
    }
  }

  private void live(LocalDate day) {
    if (days.containsKey(day)) {
      workdays++;
      tracks.values().forEach(track -> track.live(day, workdays));
    }
    called |= calls.contains(day);
    if (onShow(day) != null) {
      return;
    }
    Set<Channel> changed = EnumSet.noneOf(Channel.class);
    tracks.forEach(
        (channel, track) -> {
          if (track.unspent && active(track)) {
            changed.add(channel);
          }
        });
    if (called || (workdays >= VALID_DAYS && changed.size() >= CHANGED)) {
      cards.add(new Card(day, changed, called));
      called = false;
      tracks.values().forEach(Track::shown);
    }
  }

  private @Nullable Card onShow(LocalDate day) {
    return cards.isEmpty() || !day.isBefore(cards.getLast().since().plusDays(CARD_DAYS))
        ? null
        : cards.getLast();
  }

  private boolean active(Track track) {
    return track.lastAbove > 0 && track.lastAbove > workdays - LAST_WORKDAYS;
  }

  private Outlook outlook(LocalDate day) {
    List<Reading> readings = tracks.values().stream().map(track -> reading(track)).toList();
    return new Outlook(workdays, readings, onShow(day));
  }

  private Reading reading(Track track) {
    boolean active = active(track);
    return new Reading(
        track.channel,
        track.values.days(),
        track.values.stands() ? (Double) track.sum : null,
        active,
        active ? workdays - track.onset + 1 : 0,
        track.values.compare(LAST_WORKDAYS).orElse(null));
  }

  /** A channel's chart as the days go by. */
  private static final class Track {
    private final Channel channel;
    private final ChannelValues values;
    private double sum;
    private int grows;

    /** The last workday with an alarm, counted from 1, and the one its growth began on. */
    private int lastAbove;

    private int onset;

    /** Whether that alarm came after the last card. */
    private boolean unspent;

    Track(Channel channel, Iterable<Workday> days) {
      this.channel = channel;
      this.values = new ChannelValues(channel, days);
    }

    void live(LocalDate day, int workday) {
      OptionalDouble z = values.residual(day);
      if (z.isEmpty()) {
        return;
      }
      grows = sum > 0 ? grows : workday;
      sum = channel.chart().next(sum, z.getAsDouble());
      if (channel.chart().alarms(sum)) {
        lastAbove = workday;
        onset = grows;
        unspent = true;
      }
    }

    void shown() {
      sum = 0;
      unspent = false;
    }
  }
}
