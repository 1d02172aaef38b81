package app.respite.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of JSON there and back, judged by another reader of it. */
class JsonTest {
  private static final JsonFactory JUDGE =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Test
  void whatIsWrittenReadsBackTheSameAndIsJsonToOthersToo() throws JsonException {
    Random random = new Random(20261130);
    for (int i = 0; i < 3000; i++) {
      Object document = value(random, 0);
      String text = Json.write(document, ZoneOffset.UTC);
      assertThat(Json.read(text)).as(text).isEqualTo(document);
      assertThat(isJson(text)).as(text).isTrue();
      assertThat(text).doesNotContain("\n");
    }
  }

  @Test
  void whatOthersRefuseIsRefusedAndWhatTheyTakeIsTaken() {
    Random random = new Random(4711);
    String signs = "{}[]\",:\\u0123456789abcdefntrul.-+eE \t/x\u0001é";
    int taken = 0;
    for (int i = 0; i < 30_000; i++) {
      StringBuilder text = new StringBuilder(Json.write(value(random, 0), ZoneOffset.UTC));
      for (int broken = random.nextInt(3); broken > 0 && !text.isEmpty(); broken--) {
        int at = random.nextInt(text.length());
        char sign = signs.charAt(random.nextInt(signs.length()));
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, sign);
          case 1 -> text.insert(at, sign);
          default -> text.deleteCharAt(at);
        }
      }
      boolean reads = reads(text.toString());
      taken += reads ? 1 : 0;
      assertThat(reads).as(text.toString()).isEqualTo(isJson(text.toString()));
    }
    assertThat(taken).isBetween(3000, 29_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "[1,]",
        "{\"a\":1,\"a\":2}",
        "{a:1}",
        "01",
        "-",
        "1.",
        "1e",
        "nul",
        "truely",
        "NaN",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"a",
        "\"a\nb\"",
        "1 2",
        "{} x",
        "[1}",
        "'a'",
        "+1",
        ".5",
        "99999999999999999999"
      })
  void nonsenseIsRefusedInOneLine(String text) {
    assertThatThrownBy(() -> Json.read(text))
        .isInstanceOf(JsonException.class)
        .message()
        .isNotBlank()
        .doesNotContain("\n");
  }

  @Test
  void aTextMadeToExhaustTheReaderIsRefused() {
    assertThatThrownBy(() -> Json.read("[".repeat(100_000))).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> Json.read("1".repeat(100_000))).isInstanceOf(JsonException.class);
    assertThatThrownBy(() -> Json.read("0." + "1".repeat(100_000)))
        .isInstanceOf(JsonException.class);
  }

  @Test
  void momentsAndLengthsAreWrittenAsThePlanSays() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("at", Instant.parse("2026-03-02T08:00:00Z"));
    document.put("precise", Instant.parse("2026-03-02T08:00:00.250Z"));
    document.put("for", Duration.ofMinutes(25));
    document.put("share", 0.5);
    document.put("none", Double.NaN);
    assertThat(Json.write(document, ZoneId.of("Europe/Berlin")))
        .isEqualTo(
            "{\"at\":\"2026-03-02T09:00:00+01:00\",\"precise\":\"2026-03-02T09:00:00.25+01:00\","
                + "\"for\":\"PT25M\",\"share\":0.5,\"none\":\"NaN\"}");
  }

  private static boolean reads(String text) {
    try {
      Json.read(text);
      return true;
    } catch (JsonException refused) {
      return false;
    }
  }

  /** One document of whole numbers that fit and nothing more. */
  private static boolean isJson(String text) {
    try (JsonParser parser = JUDGE.createParser(text)) {
      if (parser.nextToken() == null) {
        return false;
      }
      parser.skipChildren();
      whole(parser);
      if (parser.nextToken() != null) {
        return false;
      }
    } catch (IOException refused) {
      return false;
    }
    try (JsonParser parser = JUDGE.createParser(text)) {
      while (parser.nextToken() != null) {
        whole(parser);
      }
      return true;
    } catch (IOException refused) {
      return false;
    }
  }

  private static void whole(JsonParser parser) throws IOException {
    if (parser.currentToken().isNumeric()) {
      if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
        throw new IOException("out of range");
      }
      try {
        parser.getDecimalValue();
      } catch (NumberFormatException strange) {
        throw new IOException(strange);
      }
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 5 : 7)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> random.nextBoolean() ? random.nextLong() : random.nextInt(100) - 50L;
      case 3 -> new BigDecimal(random.nextInt()).movePointLeft(1 + random.nextInt(4));
      case 4 -> text(random);
      case 5 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(value(random, depth + 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(text(random), value(random, depth + 1));
        }
        yield map;
      }
    };
  }

  private static String text(Random random) {
    int[] kinds = {'a', 'Z', '"', '\\', '/', '\n', '\t', 1, 31, 127, 'é', 0x2028, 0x1F600, ' '};
    int[] points = new int[random.nextInt(8)];
    Arrays.setAll(points, i -> kinds[random.nextInt(kinds.length)]);
    return new String(points, 0, points.length);
  }
}
