package app.respite.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every pair of tokens that meets on a screen can be read: 4.5 : 1 for text, 3 : 1 for marks. */
class ContrastTest {
  private static final Pattern TOKEN =
      Pattern.compile("(-(?:respite|color)-[a-z0-9-]+):\\s*([^;]+);");

  private static final List<String> GROUNDS = List.of("-respite-page", "-respite-card");

  @ParameterizedTest
  @CsvSource({"primer-light.css,light.css", "primer-dark.css,dark.css"})
  void textCanBeReadOnEveryGround(String base, String tokens) throws IOException {
    Map<String, String> names = names(base, tokens);
    for (String ground : GROUNDS) {
      for (String text :
          List.of(
              "-respite-ink",
              "-respite-quiet",
              "-respite-work",
              "-respite-rest",
              "-respite-due",
              "-respite-fatigue")) {
        assertThat(ratio(names, text, ground)).as(text + " on " + ground).isGreaterThan(4.5);
      }
      assertThat(ratio(names, "-respite-away", ground)).as("away on " + ground).isGreaterThan(3);
    }
  }

  @ParameterizedTest
  @CsvSource({"primer-light.css,light.css", "primer-dark.css,dark.css"})
  void wordsOnColouredButtonsCanBeRead(String base, String tokens) throws IOException {
    Map<String, String> names = names(base, tokens);
    for (String ground : List.of("-respite-work", "-respite-rest", "-respite-due")) {
      assertThat(ratio(names, "-respite-on-colour", ground)).as(ground).isGreaterThan(4.5);
    }
    assertThat(ratio(names, "-color-fg-emphasis", "-color-accent-emphasis")).isGreaterThan(4.5);
  }

  @Test
  void theRatioOfBlackAndWhiteIsTwentyOne() {
    assertThat(ratio(Color.BLACK, Color.WHITE)).isEqualTo(21);
  }

  private static Map<String, String> names(String base, String tokens) throws IOException {
    Map<String, String> names = new HashMap<>();
    read("/atlantafx/base/theme/" + base, names);
    read("/app/respite/ui/theme/" + tokens, names);
    return names;
  }

  private static void read(String resource, Map<String, String> names) throws IOException {
    try (InputStream sheet = ContrastTest.class.getResourceAsStream(resource)) {
      Matcher token = TOKEN.matcher(new String(sheet.readAllBytes(), StandardCharsets.UTF_8));
      boolean own = resource.startsWith("/app");
      while (token.find()) {
        if (own || !names.containsKey(token.group(1))) {
          names.put(token.group(1), token.group(2).strip());
        }
      }
    }
  }

  private static double ratio(Map<String, String> names, String one, String other) {
    return ratio(colour(names, one), colour(names, other));
  }

  private static Color colour(Map<String, String> names, String name) {
    String value = names.get(name);
    return value.startsWith("-") ? colour(names, value) : Color.web(value);
  }

  private static double ratio(Color one, Color other) {
    double a = light(one);
    double b = light(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double light(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
