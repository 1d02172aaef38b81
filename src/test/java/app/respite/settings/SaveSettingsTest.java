package app.respite.settings;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.SettingKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaveSettingsTest {
  private static final String HELP = "# " + SprintBreakRule.SPRINT.help();

  @TempDir Path home;
  private Path file;
  private PropertiesSettings settings;

  @BeforeEach
  void open() {
    file = home.resolve("respite.properties");
    settings = new PropertiesSettings(file, Runnable::run);
  }

  private String saved(String before, Edit... edits) throws IOException {
    Files.writeString(file, before);
    settings.save(List.of(edits));
    return Files.readString(file);
  }

  private static Edit sprint(String text) {
    return new Edit(null, SprintBreakRule.SPRINT, text);
  }

  private static Edit sprintOf(String task, String text) {
    return new Edit(task, SprintBreakRule.SPRINT, text);
  }

  private List<String> names(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void theFirstSaveMakesTheFileWithAHeadAndTheHelp() throws IOException {
    file = home.resolve("a/b/respite.properties");
    Loaded loaded = new PropertiesSettings(file, Runnable::run).save(List.of(sprint("30m")));
    assertThat(loaded.preferences().get(SprintBreakRule.SPRINT)).isEqualTo(Duration.ofMinutes(30));
    assertThat(Files.readString(file))
        .isEqualTo(
            "# Settings of Respite. Changes here are applied at once; your own comments stay.\n\n"
                + HELP
                + "\nsprint.length = 30m\n");
    assertThat(names(file.getParent())).containsExactly("respite.properties");
  }

  @Test
  void whatChangesNothingWritesNothing() throws IOException {
    settings.save(List.of(sprint(null)));
    assertThat(file).doesNotExist();
    Files.writeString(file, "sprint.length=30m");
    Object before = Files.readAttributes(file, "unix:ino").get("ino");
    settings.save(List.of(sprint("30m"), sprintOf("A", null)));
    assertThat(Files.readAttributes(file, "unix:ino")).containsEntry("ino", before);
  }

  @Test
  void onlyTheLineOfTheKeyChanges() throws IOException {
    assertThat(
            saved(
                "# a\r\n\r\n  sprint.length:25m\r\n\nx = 1\rx = 2\r\ninclude = y\n! end",
                sprint(" 30m ")))
        .isEqualTo("# a\r\n\r\n  sprint.length:30m\r\n\nx = 1\rx = 2\r\ninclude = y\n! end");
  }

  @Test
  void aWrappedValueIsReplacedWhole() throws IOException {
    assertThat(saved("a=1\nsprint.length = 2\\\n   5m\nb=2\\\n c", sprint("30m")))
        .isEqualTo("a=1\nsprint.length = 30m\nb=2\\\n c");
  }

  @Test
  void ofDuplicatesTheOneThatCountsChanges() throws IOException {
    String before = "sprint.length = 1m\nwarning=1s\nwarning=2s\nsprint.length = 2m\n";
    assertThat(saved(before, sprint("3m")))
        .isEqualTo("sprint.length = 1m\nwarning=1s\nwarning=2s\nsprint.length = 3m\n");
    assertThat(saved(before, sprint(null))).isEqualTo("warning=1s\nwarning=2s\n");
  }

  @Test
  void theDefaultIsWrittenOutUnlessItIsSetBack() throws IOException {
    assertThat(saved("sprint.length = 30m\n", sprint("25m"))).isEqualTo("sprint.length = 25m\n");
    assertThat(saved("# mine\nsprint.length = 30m\n", sprint(null))).isEqualTo("# mine\n");
  }

  @Test
  void aNewKeyGoesToTheEndUnderItsHelp() throws IOException {
    assertThat(saved("a = 1\r\n", sprint("30m")))
        .isEqualTo("a = 1\r\n\r\n" + HELP + "\r\nsprint.length = 30m\r\n");
    assertThat(saved("a = 1", sprint("30m")))
        .isEqualTo("a = 1\n\n" + HELP + "\nsprint.length = 30m\n");
    assertThat(saved("a = 1\n\n", sprint("30m")))
        .isEqualTo("a = 1\n\n" + HELP + "\nsprint.length = 30m\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a = 1\\", "a = 1\\\n", "a = 1\\\n  ", "\\", "sprint.\\", "# c\\"})
  void aNewKeyIsNotSwallowedByALineThatWasToGoOn(String before) throws IOException {
    assertThat(saved(before, sprint("30m")))
        .startsWith(before)
        .endsWith("\n\n" + HELP + "\nsprint.length = 30m\n");
    assertThat(settings.load().preferences().get(SprintBreakRule.SPRINT))
        .isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void settingAndUnsettingPilesUpNoComments() throws IOException {
    String once = saved("a = 1\n", sprint("30m"), sprintOf("A", "31m"));
    String twice = saved(saved(once, sprint(null)), sprint("30m"));
    assertThat(twice).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Boxes",
        "Big  Boxes ",
        " #!=:\\",
        "v1.2",
        "sprint.length",
        "日本 🙂",
        "tab\tline\nfeed\freturn\r\u000b\u0001",
        "\u0085\u2028\u2029\u00a0",
        "\\u0041",
        "${env:HOME}"
      })
  void everyNameOfATaskComesBack(String task) throws IOException {
    for (byte[] before : List.of("# ü\n".getBytes(UTF_8), "# ü\n".getBytes(ISO_8859_1))) {
      Files.write(file, before);
      settings.save(List.of(sprintOf(task, "31m")));
      settings.save(List.of(sprintOf(task, "32m")));
      Loaded loaded = new PropertiesSettings(file, Runnable::run).load();
      assertThat(loaded.preferences().tasks()).containsExactly(task);
      assertThat(loaded.preferences().get(SprintBreakRule.SPRINT, task))
          .isEqualTo(Duration.ofMinutes(32));
      assertThat(Files.readAllBytes(file)).startsWith(before);
    }
  }

  @Test
  void theFileOfAnotherEncodingKeepsItsBytes() throws IOException {
    byte[] before = "\u00e4 = \u00fc\nlanguage = \u00e9\nx = \u00ff".getBytes(ISO_8859_1);
    Files.write(file, before);
    settings.save(List.of(new Edit(null, CoachKeys.LANGUAGE, "日本")));
    assertThat(Files.readAllBytes(file))
        .isEqualTo("ä = ü\nlanguage = \\u65E5\\u672C\nx = ÿ".getBytes(ISO_8859_1));
    assertThat(settings.load().preferences().get(CoachKeys.LANGUAGE)).isEqualTo("日本");
  }

  @Test
  void aByteOrderMarkBeforeAnotherEncodingKeepsItsBytes() throws IOException {
    byte[] before = "\u00ef\u00bb\u00bfsprint.length = 1m\n# \u00fc\n".getBytes(ISO_8859_1);
    Files.write(file, before);
    assertThat(settings.load().preferences().get(SprintBreakRule.SPRINT))
        .isEqualTo(Duration.ofMinutes(1));
    settings.save(List.of(sprint("2m")));
    before[before.length - 7] = '2';
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aSaveThatWouldMakeTheFileTooLargeToReadIsRefused() throws IOException {
    String before = "#" + "x".repeat(Content.MOST_BYTES - 10);
    Files.writeString(file, before);
    assertThatThrownBy(() -> settings.save(List.of(sprint("30m"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("larger than 256 KB");
    assertThat(file).hasContent(before);
  }

  @Test
  void aByteOrderMarkStays() throws IOException {
    assertThat(saved("\uFEFFsprint.length=1m\r\n", sprint("2m")))
        .isEqualTo("\uFEFFsprint.length=2m\r\n");
  }

  @Test
  void theIncludedFileIsNeitherReadNorWritten() throws IOException {
    Path other = home.resolve("other.properties");
    Files.writeString(other, "sprint.length = 99m\n");
    FileTime written = Files.getLastModifiedTime(other);
    String text = saved("include = other.properties\nlanguage=${env:HOME}\n", sprint("30m"));
    assertThat(text).startsWith("include = other.properties\nlanguage=${env:HOME}\n");
    assertThat(text).doesNotContain("99m");
    assertThat(other).hasContent("sprint.length = 99m\n");
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(written);
  }

  @Test
  void anEditFromOutsideAfterLoadingIsKept() throws IOException {
    Files.writeString(file, "sprint.length = 30m\n");
    settings.load();
    Files.writeString(file, "warning = 10s\n# new\nsprint.length = 30m\n");
    Loaded loaded = settings.save(List.of(sprint("31m")));
    assertThat(file).hasContent("warning = 10s\n# new\nsprint.length = 31m\n");
    assertThat(loaded.preferences().get(CoachKeys.WARNING)).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void anEditFromOutsideWhileSavingStopsTheReplacement() throws IOException {
    Files.writeString(file, "warning = 10s\n");
    SettingsFile onDisk = new SettingsFile(file);
    Content seen = onDisk.look();
    Files.writeString(file, "warning = 11s\n");
    Content.Text other = (Content.Text) Content.fresh().with("warning = 12s\n");
    assertThat(onDisk.replace(seen, other)).isFalse();
    assertThat(file).hasContent("warning = 11s\n");
    assertThat(names(home)).containsExactly("respite.properties");
  }

  @Test
  void aBadFileIsNeverWrittenOver() throws IOException {
    for (byte[] bytes : List.of(new byte[10], new byte[Content.MOST_BYTES + 1])) {
      Files.write(file, bytes);
      assertThatThrownBy(() -> settings.save(List.of(sprint("30m"))))
          .isInstanceOf(SettingsException.class)
          .hasMessageContaining(file.toString())
          .hasMessageEndingWith("nothing was changed");
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
    Files.delete(file);
    Files.createDirectory(file);
    assertThatThrownBy(() -> settings.save(List.of(sprint("30m"))))
        .isInstanceOf(SettingsException.class);
    assertThat(names(home)).containsExactly("respite.properties");
  }

  @Test
  void whatIsNoValueOrNoKeyIsNotSaved() throws IOException {
    Files.writeString(file, "a=1\n");
    for (Edit edit :
        List.of(
            sprint("banana"),
            sprintOf("", "30m"),
            sprintOf("half \ud83d", "30m"),
            new Edit("A", CoachKeys.WARNING, "10s"),
            new Edit(null, CoachKeys.PASSIVE, "true"))) {
      assertThatThrownBy(() -> settings.save(List.of(sprint("30m"), edit)))
          .isInstanceOf(SettingsException.class)
          .hasMessageMatching(".+");
    }
    assertThat(file).hasContent("a=1\n");
  }

  @Test
  void theRightsOfTheFileStay() throws IOException {
    assumePosix();
    for (String rights : List.of("rw-r--r--", "rw-------", "rw-rw-r--")) {
      saved("a=1\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      settings.save(List.of(sprint("30m")));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(rights);
      Files.delete(file);
    }
  }

  @Test
  void aWriteProtectedFileIsRespected() throws IOException {
    assumePosix();
    Files.writeString(file, "a=1\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assertThatThrownBy(() -> settings.save(List.of(sprint("30m"))))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("write-protected");
    assertThat(file).hasContent("a=1\n");
  }

  @Test
  void aSymbolicLinkStaysAndWhatItLeadsToIsReplaced() throws IOException {
    Path dots = Files.createDirectory(home.resolve("dots"));
    Path link = Files.createSymbolicLink(dots.resolve("link"), Path.of("real"));
    Files.createSymbolicLink(file, home.relativize(link));
    settings.save(List.of(sprint("30m"))); // the end of the links is not there yet
    settings.save(List.of(sprint("31m")));
    assertThat(file).isSymbolicLink();
    assertThat(link).isSymbolicLink();
    assertThat(dots.resolve("real")).isRegularFile().content().endsWith("sprint.length = 31m\n");
    assertThat(names(dots)).containsExactly("link", "real");
    assertThat(names(home)).containsExactly("dots", "respite.properties");
  }

  @Test
  void temporaryFilesOfKilledSavesAreClearedAway() throws IOException {
    Path old = Files.createFile(home.resolve(".respite.properties-1.tmp"));
    Files.setLastModifiedTime(old, FileTime.fromMillis(0));
    Path young = Files.createFile(home.resolve(".respite.properties-2.tmp"));
    Path other = Files.createFile(home.resolve(".other-1.tmp"));
    Files.setLastModifiedTime(other, FileTime.fromMillis(0));
    settings.save(List.of(sprint("30m")));
    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }

  /** Saves two texts of very different length in turn until it is killed. */
  static final class Saver {
    public static void main(String[] args) {
      PropertiesSettings settings = new PropertiesSettings(Path.of(args[0]), Runnable::run);
      for (int i = 0; ; i++) {
        String text = i % 2 == 0 ? "1m" : null;
        List<Edit> edits = new ArrayList<>();
        for (int task = 0; task < 300; task++) {
          edits.add(sprintOf("Task number " + task, text));
        }
        settings.save(edits);
        System.out.println(i);
      }
    }
  }

  @Tag("long")
  @Test
  void aKilledSaveLeavesTheOldOrTheNewFile() throws Exception {
    String head = "# mine\nsprint.length = 33m\n";
    Random random = new Random(7);
    for (int kill = 0; kill < 4; kill++) {
      Files.writeString(file, head);
      Process saver =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Saver.class.getName(),
                  file.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (BufferedReader out = saver.inputReader(UTF_8)) {
        for (int saves = 2 + random.nextInt(10); saves > 0; saves--) {
          assertThat(out.readLine()).isNotNull();
        }
        for (int looks = 0; looks < 300; looks++) {
          assertOldOrNew(head);
        }
        saver.destroyForcibly().waitFor();
      }
      assertOldOrNew(head);
      assertThat(settings.load().problems()).isEmpty();
    }
  }

  private void assertOldOrNew(String head) throws IOException {
    String now = Files.readString(file);
    assertThat(now).startsWith(head);
    assertThat(now.lines().filter(line -> line.startsWith("task.")).count()).isIn(0L, 300L);
  }

  @Test
  void whoHasTheOldFileOpenReadsItToItsEnd() throws IOException {
    Files.writeString(file, "sprint.length = 30m\n");
    try (InputStream old = Files.newInputStream(file)) {
      settings.save(List.of(sprint("31m")));
      assertThat(old).hasContent("sprint.length = 30m\n");
    }
    assertThat(file).hasContent("sprint.length = 31m\n");
  }

  /** A stretch of a random file: a line, or a property wrapped over several. */
  private record Block(String key, String raw) {}

  /** Random files, random edits: what was not touched is there byte by byte. */
  @Tag("long")
  @Test
  void randomEditsKeepAllOtherLines() throws IOException {
    for (long seed = 0; seed < 1000; seed++) {
      Random random = new Random(seed);
      List<Block> blocks = blocks(random);
      Map<String, Optional<String>> wanted = new LinkedHashMap<>();
      List<Edit> edits = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        SettingKey<?> key = pick(random, SettingCatalog.all());
        String task = key.perTask() && random.nextBoolean() ? pick(random, TASKS) : null;
        String text = random.nextInt(3) == 0 ? null : key.fallbackText();
        // A key taken away and then set again in one go stands at the end, which is fine too.
        if (wanted.putIfAbsent(new KeyName(task, key).written(), Optional.ofNullable(text))
            == null) {
          edits.add(new Edit(task, key, text));
        }
      }
      String before = String.join("", blocks.stream().map(Block::raw).toList());
      String after = saved(before, edits.toArray(Edit[]::new));
      assertOnlyWantedChanged("seed " + seed, blocks, wanted, after);
      assertThat(values(after)).as("seed %d", seed).isEqualTo(expected(before, wanted));
    }
  }

  private static void assertOnlyWantedChanged(
      String seed, List<Block> blocks, Map<String, Optional<String>> wanted, String after)
      throws IOException {
    int at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean lastOfKey =
          blocks.subList(i + 1, blocks.size()).stream()
              .noneMatch(later -> later.key().equals(block.key()));
      Optional<String> value = wanted.getOrDefault(block.key(), Optional.empty());
      boolean so =
          value.isPresent() && values(block.raw()).equals(Map.of(block.key(), value.get()));
      boolean untouched = so && after.startsWith(block.raw(), at);
      if (!wanted.containsKey(block.key()) || (value.isPresent() && !lastOfKey) || untouched) {
        assertThat(after.substring(at)).as(seed).startsWith(block.raw());
        at += block.raw().length();
      } else if (value.isPresent()) {
        Matcher line = Pattern.compile("[^\r\n]*(\r\n|\r|\n|$)").matcher(after);
        assertThat(line.find(at)).isTrue();
        assertThat(values(line.group())).as(seed).isEqualTo(Map.of(block.key(), value.get()));
        at = line.end();
      }
    }
    Map<String, String> added = new HashMap<>();
    wanted.forEach(
        (key, value) -> {
          if (value.isPresent() && blocks.stream().noneMatch(one -> one.key().equals(key))) {
            added.put(key, value.get());
          }
        });
    assertThat(values(after.substring(at))).as(seed).isEqualTo(added);
  }

  private static Map<String, String> expected(String before, Map<String, Optional<String>> wanted)
      throws IOException {
    Map<String, String> values = values(before);
    wanted.forEach(
        (key, value) -> {
          values.remove(key);
          value.ifPresent(text -> values.put(key, text));
        });
    return values;
  }

  /** The JDK's own reading, to hold ours against. */
  private static Map<String, String> values(String text) throws IOException {
    Properties properties = new Properties();
    properties.load(new StringReader(text));
    Map<String, String> values = new HashMap<>();
    properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
    return values;
  }

  private static final List<String> TASKS = List.of("A", "Big Boxes", "v1.2 =:#", "Größe 日本 🙂");

  private static <T> T pick(Random random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private static List<Block> blocks(Random random) {
    List<Block> blocks = new ArrayList<>();
    for (int count = random.nextInt(12); count > 0; count--) {
      String ending = pick(random, List.of("\n", "\n", "\r\n"));
      String indent = pick(random, List.of("", "", "  ", "\t"));
      String separator =
          pick(random, List.of("=", " = ", ":", " ", "\t=  ", " \\" + ending + "= "));
      String value =
          pick(random, List.of("7m", "", "x y, z  ", "9\\" + ending + "  m", "${a}", "a\\\\"));
      String key =
          switch (random.nextInt(6)) {
            case 0, 1 -> pick(random, SettingCatalog.all()).name();
            case 2 -> new KeyName(pick(random, TASKS), SprintBreakRule.SPRINT).written();
            case 3 -> pick(random, List.of("mine", "include", "the other", "ü"));
            default -> "";
          };
      String text =
          key.isEmpty()
              ? pick(random, List.of("", "  ", "# note", "\t! 日本 \\", "#sprint.length = 1m"))
              : key.replaceAll("[ =:]", "\\\\$0") + separator + value;
      blocks.add(new Block(key, indent + text + ending));
    }
    if (random.nextBoolean()) {
      blocks.add(pick(random, List.of(new Block("", "# end"), new Block("end", "end = 1\\"))));
    }
    return blocks;
  }

  private void assumePosix() {
    Assumptions.assumeTrue(
        Files.getFileAttributeView(home, PosixFileAttributeView.class) != null,
        "no POSIX rights here");
  }
}
