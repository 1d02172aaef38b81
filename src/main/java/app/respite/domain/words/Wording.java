package app.respite.domain.words;

import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences about tiredness, pace, strain and money. They stand in one text file, {@code
 * sentences_en.properties}, so that every claim can be read in one sitting and a test can look for
 * those that must not be made (docs/models.md). {@code {name}} in a sentence is filled in.
 */
@ArchitectureException(
    wall = Wall.ROOMS,
    reason = "the sentences are a constant of the program; a text file is how people read them")
public final class Wording {
  private static final Map<String, String> SENTENCES = read();
  private static final Pattern NAME = Pattern.compile("\\{([a-z-]+)}");

  private Wording() {}

  private static Map<String, String> read() {
    Properties read = new Properties();
    try (InputStream file = Wording.class.getResourceAsStream("sentences_en.properties")) {
      if (file == null) {
        throw new IllegalStateException("the sentences are missing from the program");
      }
      read.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Map<String, String> sentences = new TreeMap<>();
    read.stringPropertyNames().forEach(name -> sentences.put(name, read.getProperty(name)));
    return Map.copyOf(sentences);
  }

  /**
   * A sentence.
   *
   * @param values names and what stands for them, in turn
   * @throws IllegalArgumentException where there is no such sentence, or a name of it has no value
   */
  public static String say(String key, Object... values) {
    String sentence = SENTENCES.get(key);
    if (sentence == null) {
      throw new IllegalArgumentException("there is no sentence " + key);
    }
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i + 1 < values.length; i += 2) {
      given.put(String.valueOf(values[i]), String.valueOf(values[i + 1]));
    }
    // In one go: what a value says, such as the name of a task, is no place for another.
    return NAME.matcher(sentence)
        .replaceAll(
            name -> {
              String value = given.get(name.group(1));
              if (value == null) {
                throw new IllegalArgumentException(
                    "the sentence " + key + " lacks a value: " + name.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }

  /** All sentences by their keys, for whoever reviews them. */
  public static Map<String, String> all() {
    return SENTENCES;
  }
}
