package app.respite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.SettingKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs} says of the sources is still so. */
class DocsTest {
  private static final Path DOCS = Path.of("docs");

  /** {@code [words](target)} and {@code ![words](target)}, words over two lines or not. */
  private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");

  private static final Pattern OUTSIDE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  /** A number as it stands in words and names of files, and in the names of methods. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\bB0?(?<said>[1-9][0-9]?)\\b"
              + "|\\bb(?<first>[1-9][0-9]?)(?=[A-Z])"
              + "|(?<=[a-z0-9])B(?<next>[1-9][0-9]?)(?=[A-Z])");

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      for (String target : links(Files.readString(page))) {
        String file = target.replaceFirst("#.*", "");
        if (!file.isEmpty() && !Files.exists(page.resolveSibling(file))) {
          broken.add(page + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void aLinkIsFoundAndOneToTheOutsideIsNone() {
    assertThat(links("see [a](b.md), ![two\nlines](c/d.png) and [e](https://example.org/f)"))
        .containsExactly("b.md", "c/d.png");
  }

  @Test
  void everyBehaviourThatATestNamesIsDescribed() throws IOException {
    Set<Integer> named = new TreeSet<>();
    try (Stream<Path> tests = Files.walk(Path.of("src", "test"))) {
      for (Path test : tests.filter(Files::isRegularFile).toList()) {
        String name = String.valueOf(test.getFileName());
        named.addAll(numbers(name));
        if (name.endsWith(".java")) {
          named.addAll(numbers(Files.readString(test)));
        }
      }
    }
    assertThat(named)
        .as("scenarios and tests are read")
        .contains(14, 19, 65)
        .hasSizeGreaterThan(60);
    assertThat(numbers(Files.readString(DOCS.resolve("behaviour.md")))).containsAll(named);
  }

  @Test
  void aNumberIsFoundWhereverItStands() {
    assertThat(numbers("B07-the-clock.jsonl (B9), void b31ALockedScreen(), b73B84Both(), b1A()"))
        .containsExactly(1, 7, 9, 31, 73, 84);
    assertThat(numbers("rgb24, 0xb12, AB3, b64, B")).isEmpty();
  }

  @Test
  void everySettingIsDescribed() throws IOException {
    String contract = Files.readString(DOCS.resolve("contract.md"));
    Set<String> missing = new TreeSet<>();
    Stream.concat(SettingCatalog.all().stream(), SettingCatalog.perTask().stream())
        .map(SettingKey::name)
        .filter(name -> !contract.contains("`" + name + "`"))
        .forEach(missing::add);
    assertThat(missing).isEmpty();
  }

  private static List<Path> pages() throws IOException {
    List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
    try (Stream<Path> docs = Files.walk(DOCS)) {
      docs.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
    }
    return pages;
  }

  private static List<String> links(String page) {
    List<String> links = new ArrayList<>();
    Matcher link = LINK.matcher(page);
    while (link.find()) {
      if (!OUTSIDE.matcher(link.group(1)).matches()) {
        links.add(link.group(1));
      }
    }
    return links;
  }

  private static Set<Integer> numbers(String text) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      for (String group : List.of("said", "first", "next")) {
        if (number.group(group) != null) {
          numbers.add(Integer.parseInt(number.group(group)));
        }
      }
    }
    return numbers;
  }
}
