package app.respite.coach.port;

import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Belief.Guess;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.Habits;
import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Traits;
import app.respite.domain.work.JournalRecord.Task;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt as plain values and back: what the worker hands to the coach. A guess is a bare
 * list of numbers, for there are many.
 */
public final class KnowledgeFields {
  private static final int MOST_GUESSES = 1000;
  private static final double ROUNDING = 1e-6;

  private KnowledgeFields() {}

  /** The fields of what was learnt. */
  public static Map<String, @Nullable Object> of(Knowledge knowledge) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("asOf", knowledge.asOf());
    to.put("belief", belief(knowledge.belief()));
    to.put("habits", habits(knowledge.habits()));
    to.put("tasks", knowledge.tasks().stream().map(KnowledgeFields::task).toList());
    return to;
  }

  /**
   * What fields say was learnt.
   *
   * @throws CoachException of kind {@code WRONG} where they are nothing that can be learnt
   */
  public static Knowledge read(Map<String, @Nullable Object> map) {
    Fields from = new Fields(map);
    return new Knowledge(
        from.instant("asOf"),
        readBelief(from.object("belief")),
        readHabits(from.object("habits")),
        from.objects("tasks").stream().map(KnowledgeFields::readTask).toList());
  }

  private static Map<String, @Nullable Object> belief(Belief belief) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("ratings", belief.ratings());
    to.put("days", belief.days());
    to.put("lastRating", belief.lastRating());
    to.put("noise", belief.noise());
    to.put("guesses", belief.guesses().stream().map(KnowledgeFields::guess).toList());
    to.put("buildUp", range(belief.buildUp()));
    to.put("recovery", range(belief.recovery()));
    to.put("pattern", belief.pattern());
    to.put("mean", belief.mean());
    return to;
  }

  private static Belief readBelief(Fields from) {
    List<Guess> guesses = from.list("guesses").stream().map(KnowledgeFields::readGuess).toList();
    double whole = guesses.stream().mapToDouble(Guess::weight).sum();
    if (guesses.size() > MOST_GUESSES || Math.abs(whole - 1) > ROUNDING) {
      throw wrong("guesses", "1 to " + MOST_GUESSES + " guesses whose weights add up to 1");
    }
    return new Belief(
        count(from, "ratings"),
        count(from, "days"),
        from.instantOrNull("lastRating"),
        atLeastZero("noise", from.real("noise")),
        guesses,
        readRange("buildUp", from.list("buildUp")),
        readRange("recovery", from.list("recovery")),
        from.flag("pattern"),
        from.realOrNull("mean"));
  }

  private static List<Double> guess(Guess guess) {
    Traits traits = guess.traits();
    return List.of(
        guess.weight(),
        traits.buildUp(),
        traits.recovery(),
        traits.fresh(),
        traits.drift(),
        guess.freshVariance(),
        guess.dayShift(),
        guess.daySlope(),
        guess.dayVariance());
  }

  private static Guess readGuess(@Nullable Object value) {
    List<Double> parts = numbers("guesses", value, 9);
    for (int part : new int[] {0, 1, 2, 3, 4, 5, 8}) {
      atLeastZero("guesses", parts.get(part));
    }
    return new Guess(
        parts.get(0),
        new Traits(parts.get(1), parts.get(2), parts.get(3), parts.get(4)),
        parts.get(5),
        parts.get(6),
        parts.get(7),
        parts.get(8));
  }

  private static List<Double> range(Range range) {
    return List.of(range.low(), range.mid(), range.high());
  }

  private static Range readRange(String name, List<@Nullable Object> values) {
    List<Double> ends = numbers(name, values, 3);
    Range range = new Range(ends.get(0), ends.get(1), ends.get(2));
    if (range.low() > range.mid() || range.mid() > range.high()) {
      throw wrong(name, "a low, a middle and a high value");
    }
    return range;
  }

  private static List<Double> numbers(String name, @Nullable Object value, int count) {
    if (!(value instanceof List<?> list) || list.size() != count) {
      throw wrong(name, count + " numbers");
    }
    List<Double> numbers = new ArrayList<>();
    for (Object number : list) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put(name, number);
      numbers.add(new Fields(one).real(name));
    }
    return numbers;
  }

  private static Map<String, @Nullable Object> habits(Habits habits) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("usualEnd", habits.usualEnd());
    to.put("lastDayCheckIn", habits.lastDayCheckIn());
    to.put("firstDay", habits.firstDay());
    return to;
  }

  private static Habits readHabits(Fields from) {
    return new Habits(
        from.timeOrNull("usualEnd"), day(from, "lastDayCheckIn"), day(from, "firstDay"));
  }

  private static @Nullable LocalDate day(Fields from, String name) {
    return from.values().get(name) == null ? null : from.day(name);
  }

  private static Map<String, @Nullable Object> task(TaskTiredness task) {
    Map<String, @Nullable Object> to = new LinkedHashMap<>();
    to.put("task", RecordFields.of(task.task()));
    to.put("mean", task.mean());
    to.put("sprints", task.sprints());
    return to;
  }

  private static TaskTiredness readTask(Fields from) {
    if (!(RecordFields.read(from.object("task").values()) instanceof Task task)) {
      throw wrong("task", "a task");
    }
    return new TaskTiredness(task, from.real("mean"), count(from, "sprints"));
  }

  private static int count(Fields from, String name) {
    Integer count = from.whole(name);
    if (count == null || count < 0) {
      throw wrong(name, "a count");
    }
    return count;
  }

  private static double atLeastZero(String name, double value) {
    if (value < 0) {
      throw wrong(name, "a number that is not below 0");
    }
    return value;
  }

  private static CoachException wrong(String name, String wanted) {
    return new CoachException(CoachException.Kind.WRONG, "'" + name + "' should be " + wanted);
  }
}
