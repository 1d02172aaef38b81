package app.respite.architecture;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A room of the house: its packages below {@code app.respite}, the rooms it may import besides
 * itself, and the libraries it may use besides JSpecify and the JDK.
 */
record Room(String name, Set<String> parts, List<String> imports, List<String> libraries) {
  static final String ROOT = "app.respite.";

  private static final String FACE_LIBRARIES =
      "javafx.. org.controlsfx.. atlantafx.. org.kordamp..";
  private static final String MIDDLE = "domain.. coach.port.. json..";
  private static final String BINDING = MIDDLE + " bind..";

  /** The plan. A new room or part gets its line here and in the design. */
  static final List<Room> ALL =
      List.of(
          room(
              "domain",
              "time work breaks fatigue load money hours review setting statistics text watch words"
                  + " day day.step day.presence day.session day.holds day.tiredness day.breaks"
                  + " day.absence day.limits day.advice day.course",
              "",
              "org.apache.commons.numbers.gamma org.apache.commons.statistics.descriptive"
                  + " org.apache.commons.text.similarity"),
          room(
              "coach",
              "port port.desktop prompt tray attend review typed words simulate preview",
              "domain.. bind..",
              ""),
          room("bind", "", "", ""),
          room("json", "", "", ""),
          room("journal", "", BINDING, "org.sqlite.. java.sql"),
          room("settings", "", MIDDLE, "org.apache.commons.configuration2.."),
          room(
              "exchange",
              "",
              BINDING,
              "com.fasterxml.jackson.core.. org.apache.commons.csv.. org.apache.commons.io.input"
                  + " org.dhatim.fastexcel.."),
          room(
              "desktop",
              "linux linux.bus linux.tray linux.session linux.x11 windows macos any",
              MIDDLE,
              "java.awt.. javax.swing.."),
          room("link", "", BINDING, "jdk.net"),
          room(
              "cli",
              "report review simulate text",
              "domain.. coach.. json..",
              "picocli.. java.awt.."),
          room(
              "ui",
              "shell today breakview mini review money rules tasks theme kit",
              "domain.. coach.. json..",
              FACE_LIBRARIES),
          room("main", "packaging", "*..", ""));

  private static Room room(String name, String parts, String imports, String libraries) {
    return new Room(name, Set.copyOf(words(parts)), words(imports), words(libraries));
  }

  private static List<String> words(String text) {
    return Stream.of(text.split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  Stream<String> packages() {
    return Stream.concat(Stream.of(""), parts.stream().map(part -> "." + part))
        .map(part -> ROOT + name + part);
  }

  @Override
  public String toString() {
    return name;
  }
}
