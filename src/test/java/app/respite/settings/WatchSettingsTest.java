package app.respite.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The watch on real files, by the system's reports and by looking at stamps. */
class WatchSettingsTest {
  enum By {
    REPORTS,
    STAMPS
  }

  @TempDir Path home;
  private Path file;
  private PropertiesSettings settings;
  private Thread watcher;
  private final BlockingQueue<Loaded> told = new LinkedBlockingQueue<>();

  @BeforeEach
  void place() {
    file = home.resolve("respite.properties");
  }

  private void watch(By by) {
    FileWatch.Source source =
        by == By.REPORTS
            ? path -> path.getFileSystem().newWatchService()
            : _ -> {
              throw new IOException("no watches left");
            };
    settings =
        new PropertiesSettings(file, run -> (watcher = new Thread(run, "watch")).start(), source);
    settings.load();
    settings.watch(told::add);
  }

  @AfterEach
  void theThreadEndsWithTheStore() throws InterruptedException {
    if (settings != null) {
      settings.close();
      watcher.join(10_000);
      assertThat(watcher.isAlive()).isFalse();
    }
  }

  private Duration sprintTold() throws InterruptedException {
    Loaded loaded = told.poll(20, TimeUnit.SECONDS);
    assertThat(loaded).as("told of the change").isNotNull();
    return loaded.preferences().get(SprintBreakRule.SPRINT);
  }

  private static String sprint(int minutes) {
    return "# mine\nsprint.length = " + minutes + "m\n";
  }

  private static Duration minutes(long minutes) {
    return Duration.ofMinutes(minutes);
  }

  @ParameterizedTest
  @EnumSource
  void everyWayOfEditingIsTold(By by) throws Exception {
    watch(by);
    Files.writeString(file, sprint(31));
    assertThat(sprintTold()).isEqualTo(minutes(31));
    Files.writeString(file, sprint(132), StandardOpenOption.TRUNCATE_EXISTING);
    assertThat(sprintTold()).isEqualTo(minutes(132));
    Path beside = Files.writeString(home.resolve("x.swp"), sprint(33));
    Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(sprintTold()).isEqualTo(minutes(33));
    Files.move(file, home.resolve("respite.properties~"));
    Files.writeString(file, sprint(34));
    assertThat(sprintTold()).isEqualTo(minutes(34));
    Files.delete(file);
    assertThat(sprintTold()).isEqualTo(minutes(25));
    Files.writeString(file, sprint(35));
    assertThat(sprintTold()).isEqualTo(minutes(35));
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anEmptiedFileThatIsWrittenAtOnceResetsNothing(By by) throws Exception {
    Files.writeString(file, sprint(31));
    watch(by);
    for (int minutes = 40; minutes < 43; minutes++) {
      Files.writeString(file, "");
      Files.writeString(file, sprint(minutes));
      assertThat(sprintTold()).isEqualTo(minutes(minutes));
    }
  }

  @ParameterizedTest
  @EnumSource
  void ownSavesAreNotTold(By by) throws Exception {
    watch(by);
    settings.save(List.of(new Edit(null, SprintBreakRule.SPRINT, "31m")));
    settings.save(List.of(new Edit(null, SprintBreakRule.SPRINT, "32m")));
    Files.writeString(file, sprint(133));
    assertThat(sprintTold()).isEqualTo(minutes(133));
    assertThat(told).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void anEditThatASaveTookInIsTold(By by) throws Exception {
    watch(by);
    Files.writeString(file, "warning = 11s\n");
    settings.save(List.of(new Edit(null, SprintBreakRule.SPRINT, "31m")));
    Loaded loaded = told.poll(20, TimeUnit.SECONDS);
    assertThat(loaded).isNotNull();
    assertThat(loaded.preferences().get(CoachKeys.WARNING)).isEqualTo(Duration.ofSeconds(11));
  }

  @Test
  void anEditBetweenLoadingAndWatchingIsTold() throws Exception {
    settings = new PropertiesSettings(file, run -> (watcher = new Thread(run)).start());
    settings.load();
    Files.writeString(file, sprint(31));
    settings.watch(told::add);
    assertThat(sprintTold()).isEqualTo(minutes(31));
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatComesLaterIsWatched(By by) throws Exception {
    file = home.resolve("later/respite.properties");
    watch(by);
    Files.createDirectory(file.getParent());
    Files.writeString(file, sprint(31));
    assertThat(sprintTold()).isEqualTo(minutes(31));
  }

  @ParameterizedTest
  @EnumSource
  void aFolderThatGoesAndComesBackIsWatched(By by) throws Exception {
    file = Files.createDirectory(home.resolve("folder")).resolve("respite.properties");
    Files.writeString(file, sprint(31));
    watch(by);
    Files.delete(file);
    Files.delete(file.getParent());
    assertThat(sprintTold()).isEqualTo(minutes(25));
    Files.createDirectory(file.getParent());
    Files.writeString(file, sprint(32));
    assertThat(sprintTold()).isEqualTo(minutes(32));
  }

  @ParameterizedTest
  @EnumSource
  void whatALinkLeadsToIsWatched(By by) throws Exception {
    Path dots = Files.createDirectory(home.resolve("dots"));
    Path real = Files.writeString(dots.resolve("real"), sprint(31));
    Path other = Files.writeString(dots.resolve("other"), sprint(133));
    Files.createSymbolicLink(file, real);
    watch(by);
    Files.writeString(real, sprint(132));
    assertThat(sprintTold()).isEqualTo(minutes(132));
    Path link = Files.createSymbolicLink(home.resolve("link"), other);
    Files.move(link, file, StandardCopyOption.ATOMIC_MOVE);
    assertThat(sprintTold()).isEqualTo(minutes(133));
    Files.writeString(other, sprint(34));
    assertThat(sprintTold()).isEqualTo(minutes(34));
  }
}
