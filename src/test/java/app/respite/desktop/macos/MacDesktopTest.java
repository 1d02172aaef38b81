package app.respite.desktop.macos;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.desktop.FakeLibrary;
import app.respite.desktop.Somewhere;
import java.io.ByteArrayInputStream;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** macOS, as its documentation describes it. */
class MacDesktopTest {
  @TempDir Path user;

  /** What the function answers, and what it was asked. */
  private static final class Graphics {
    private double seconds;
    private int state = -1;
    private int type;

    double seconds(int ofState, int ofType) {
      state = ofState;
      type = ofType;
      return seconds;
    }

    SymbolLookup library() {
      try {
        return new FakeLibrary()
            .with(
                "CGEventSourceSecondsSinceLastEventType",
                FunctionDescriptor.of(JAVA_DOUBLE, JAVA_INT, JAVA_INT),
                MethodHandles.lookup()
                    .bind(
                        this,
                        "seconds",
                        MethodType.methodType(double.class, int.class, int.class)));
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private final Graphics graphics = new Graphics();
  private final BlockingQueue<List<String>> ran = new LinkedBlockingQueue<>();
  private boolean runs = true;
  private MacDesktop desktop;

  @BeforeEach
  void open() {
    desktop =
        new MacDesktop(
            Somewhere.on(
                "Mac OS X",
                user,
                Map.of(),
                "/Library/Java/bin/java",
                "-cp",
                "/A & <B>/respite.jar"),
            library -> graphics.library(),
            command -> {
              ran.add(command);
              return runs;
            });
  }

  private static <T> T first(List<Candidate<T>> candidates) {
    return ((Answer.Works<T>) candidates.getFirst().probe()).port();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.0305, 30", "12.5, 12500", "86400, 86400000"})
  void theIdleTimeIsThatOfTheHardware(double seconds, long millis) {
    graphics.seconds = seconds;
    assertThat(LastInput.of(graphics.library()).orElseThrow().idle())
        .contains(Duration.ofMillis(millis));
    assertThat(graphics.state).isEqualTo(1);
    assertThat(graphics.type).isEqualTo(-1);
    assertThat(desktop.idle().getFirst().probe()).isInstanceOf(Answer.Works.class);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, 1e300})
  void aTimeThatCannotBeIsNone(double seconds) {
    graphics.seconds = seconds;
    assertThat(LastInput.of(graphics.library()).orElseThrow().idle()).isEqualTo(Optional.empty());
    assertThat(desktop.idle().getFirst().probe()).isInstanceOf(Answer.Missing.class);
  }

  @Test
  void aLibraryWithoutTheFunctionIsMissing() {
    assertThat(LastInput.of(new FakeLibrary())).isEmpty();
  }

  @Test
  void lockingSwitchesTheDisplayOffAndNothingElse() {
    ScreenLock lock = first(desktop.screenLock());
    assertThat(ran).isEmpty();
    assertThat(lock.lock()).isTrue();
    runs = false;
    assertThat(lock.lock()).isFalse();
    assertThat(ran).containsOnly(List.of("/usr/bin/pmset", "displaysleepnow"));
  }

  @Test
  void aNotificationIsShownAsArgumentsThatNoScriptReads() throws InterruptedException {
    try (Notifier notifier = first(desktop.notifier())) {
      notifier.start((notice, button) -> {});
      assertThat(notifier.showsButtons()).isFalse();
      String odd = "\" & (do shell script \"x\") & \"";
      notifier.show(new Notice("a", odd, "-e beep", List.of(), Urgency.NORMAL, Duration.ZERO));
      List<String> command = ran.poll(30, TimeUnit.SECONDS);
      assertThat(command).startsWith("/usr/bin/osascript").endsWith("--", odd, "-e beep");
      notifier.withdraw("a");
      notifier.close();
      notifier.show(new Notice("b", "t", "b", List.of(), Urgency.NORMAL, Duration.ZERO));
      assertThat(ran).isEmpty();
    }
  }

  @Test
  void theLaunchAgentIsAPropertyListThatStartsTheCoachAtLogin() throws Exception {
    Autostart autostart = first(desktop.autostart());
    Path file = user.resolve("Library/LaunchAgents/app.respite.coach.plist");
    autostart.set(true);
    assertThat(autostart.on()).isTrue();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    Document list =
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(Files.readAllBytes(file)));
    NodeList strings = list.getElementsByTagName("string");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < strings.getLength(); i++) {
      texts.add(strings.item(i).getTextContent());
    }
    assertThat(texts)
        .containsExactly(
            "app.respite.coach", "Aqua", "/Library/Java/bin/java", "-cp", "/A & <B>/respite.jar");
    autostart.set(false);
    assertThat(file).doesNotExist();
    autostart.set(false);
    assertThat(autostart.on()).isFalse();
  }
}
