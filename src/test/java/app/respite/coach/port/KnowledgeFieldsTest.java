package app.respite.coach.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.respite.domain.fatigue.Belief;
import app.respite.domain.fatigue.Belief.Guess;
import app.respite.domain.fatigue.Knowledge;
import app.respite.domain.fatigue.Knowledge.Habits;
import app.respite.domain.fatigue.Knowledge.TaskTiredness;
import app.respite.domain.fatigue.Range;
import app.respite.domain.fatigue.Traits;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeFieldsTest {
  private static final ZoneId APIA = ZoneId.of("Pacific/Apia");
  private static final int MOST_BYTES = 64 * 1024;

  private final Random random = new Random(4);

  @Test
  void whatWasLearntComesBackAsItWas() throws JsonException {
    for (int i = 0; i < 200; i++) {
      Knowledge knowledge = knowledge(1 + random.nextInt(128));

      assertThat(throughJson(knowledge)).isEqualTo(knowledge);
    }
  }

  @Test
  void theMostThatIsLearntFitsIntoALine() {
    assertThat(Json.write(KnowledgeFields.of(knowledge(128)), APIA).length())
        .isLessThan(MOST_BYTES);
  }

  /** A part of the document, and what stands there instead. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "asOf                | null",
        "asOf                | yesterday",
        "belief              | null",
        "belief.ratings      | -1",
        "belief.ratings      | 1.5",
        "belief.noise        | -0.5",
        "belief.noise        | null",
        "belief.noise        | much",
        "belief.guesses      | null",
        "belief.guesses      | [[1,0.1]]",
        "belief.guesses      | [[0.5,0.1,0.1,2,0.1,1,0,0,1]]",
        "belief.guesses      | [[1,-0.1,0.1,2,0.1,1,0,0,1]]",
        "belief.guesses      | [[1,1e999,0.1,2,0.1,1,0,0,1]]",
        "belief.buildUp      | [1,2]",
        "belief.buildUp      | [3,2,4]",
        "belief.pattern      | perhaps",
        "habits.usualEnd     | 25:00",
        "habits.firstDay     | 2026-02-30",
        "tasks               | [7]",
        "tasks               | [{\"task\":\"Boxes\",\"mean\":1,\"sprints\":5}]",
      })
  void whatCannotBeIsRefusedByName(String path, String instead) throws JsonException {
    Map<String, Object> fields =
        Json.readObject(Json.write(KnowledgeFields.of(knowledge(3)), APIA));
    KnowledgeFields.read(fields);
    String[] steps = path.split("[.]");
    Map<String, Object> at = fields;
    for (int i = 0; i + 1 < steps.length; i++) {
      at = inside(at, steps[i]);
    }
    at.put(steps[steps.length - 1], value(instead));

    assertThatExceptionOfType(CoachException.class)
        .isThrownBy(() -> KnowledgeFields.read(fields))
        .matches(refused -> refused.kind() == CoachException.Kind.WRONG)
        .withMessageStartingWith("'");
  }

  private static Map<String, Object> inside(Map<String, Object> map, String name) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) map.get(name)).forEach((key, value) -> copy.put(String.valueOf(key), value));
    map.put(name, copy);
    return copy;
  }

  private static @Nullable Object value(String text) {
    try {
      return Json.read(text);
    } catch (JsonException word) {
      return text;
    }
  }

  private static Knowledge throughJson(Knowledge knowledge) throws JsonException {
    return KnowledgeFields.read(Json.readObject(Json.write(KnowledgeFields.of(knowledge), APIA)));
  }

  private Knowledge knowledge(int guesses) {
    return new Knowledge(
        instant(),
        belief(guesses),
        new Habits(
            orNull(() -> LocalTime.MIDNIGHT.plusMinutes(random.nextInt(1440))),
            orNull(this::day),
            orNull(this::day)),
        some(() -> new TaskTiredness(task(), random.nextDouble(10), 5 + random.nextInt(400))));
  }

  private Task task() {
    return new Task(
        new UUID(random.nextLong(), random.nextLong()),
        "\"Boxes\" 箱\n",
        "Remotasks",
        random.nextBoolean() ? "" : "images",
        pay(),
        orNull(() -> random.nextInt(1000)),
        orNull(this::instant),
        orNull(() -> Duration.ofHours(random.nextInt(40))),
        random.nextBoolean(),
        random.nextBoolean(),
        random.nextBoolean());
  }

  private JournalRecord.Pay pay() {
    JournalRecord.Money rate = new JournalRecord.Money(new BigDecimal("0.05"), "USD");
    return switch (random.nextInt(3)) {
      case 0 -> JournalRecord.Pay.NONE;
      case 1 -> new JournalRecord.Pay.PerItem(rate);
      default -> new JournalRecord.Pay.PerHour(rate);
    };
  }

  private Belief belief(int count) {
    List<Guess> guesses = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      guesses.add(
          new Guess(
              1.0 / count,
              new Traits(
                  random.nextDouble(1e-4), random.nextDouble(.5), random.nextDouble(5), tiny()),
              random.nextDouble(),
              random.nextGaussian(),
              random.nextGaussian(),
              random.nextDouble()));
    }
    return new Belief(
        random.nextInt(5000),
        random.nextInt(130),
        orNull(this::instant),
        random.nextDouble(3),
        guesses,
        range(),
        range(),
        random.nextBoolean(),
        orNull(() -> random.nextDouble(10)));
  }

  private double tiny() {
    return random.nextBoolean() ? 0 : random.nextDouble(Double.MIN_NORMAL, 1e-300);
  }

  private Range range() {
    double low = random.nextDouble(100);
    double mid = low + random.nextDouble(100);
    return new Range(low, mid, mid + random.nextDouble(1000));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1_000_000_000));
  }

  private LocalDate day() {
    return LocalDate.ofEpochDay(random.nextInt(40_000));
  }

  private <T> @Nullable T orNull(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }

  private <T> List<T> some(Supplier<T> value) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value.get());
    }
    return list;
  }
}
