package app.respite.desktop.windows;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.ScreenLock;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import app.respite.desktop.FakeLibrary;
import app.respite.desktop.Somewhere;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Windows, as its documentation describes it, behind real function pointers. */
class WindowsDesktopTest {
  @TempDir Path user;

  /** What the functions answer. */
  private static final class Windows {
    private long tick;
    private int lastInput;
    private int lastInputAnswer = 1;
    private int state = 5;
    private int stateAnswer;
    private int lockAnswer = 1;
    private int locks;

    int getLastInputInfo(MemorySegment info) {
      MemorySegment struct = info.reinterpret(8);
      if (struct.get(JAVA_INT, 0) != 8) {
        return 0;
      }
      struct.set(JAVA_INT, 4, lastInput);
      return lastInputAnswer;
    }

    long getTickCount64() {
      return tick;
    }

    int queryState(MemorySegment to) {
      to.reinterpret(4).set(JAVA_INT, 0, state);
      return stateAnswer;
    }

    int lockWorkStation() {
      locks++;
      return lockAnswer;
    }

    SymbolLookup library(String name) {
      FakeLibrary library = new FakeLibrary();
      return switch (name) {
        case "user32" ->
            library
                .with(
                    "GetLastInputInfo",
                    FunctionDescriptor.of(JAVA_INT, ADDRESS),
                    bound("getLastInputInfo", int.class, MemorySegment.class))
                .with(
                    "LockWorkStation",
                    FunctionDescriptor.of(JAVA_INT),
                    bound("lockWorkStation", int.class));
        case "kernel32" ->
            library.with(
                "GetTickCount64",
                FunctionDescriptor.of(JAVA_LONG),
                bound("getTickCount64", long.class));
        case "shell32" ->
            library.with(
                "SHQueryUserNotificationState",
                FunctionDescriptor.of(JAVA_INT, ADDRESS),
                bound("queryState", int.class, MemorySegment.class));
        default -> library;
      };
    }

    private MethodHandle bound(String name, Class<?> result, Class<?>... parameters) {
      try {
        return MethodHandles.lookup().bind(this, name, MethodType.methodType(result, parameters));
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  private final Windows windows = new Windows();
  private final List<Sensed> told = new ArrayList<>();
  private WindowsDesktop desktop;

  @BeforeEach
  void open() {
    desktop = desktop(windows::library);
  }

  private WindowsDesktop desktop(Function<String, SymbolLookup> libraries) {
    return new WindowsDesktop(
        Somewhere.on(
            "Windows 11",
            user,
            Map.of("APPDATA", user.resolve("Roaming").toString()),
            "C:\\Program Files\\Java\\bin\\javaw.exe",
            "-cp",
            "C:\\100% Zoë\\respite.jar",
            "coach",
            "--home",
            "D:\\"),
        libraries);
  }

  private static <T> T first(List<Candidate<T>> candidates) {
    return ((Answer.Works<T>) candidates.getFirst().probe()).port();
  }

  private Duration idle() {
    return LastInput.of(windows.library("user32"), windows.library("kernel32"))
        .orElseThrow()
        .idle()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    // The tick now, the 32 bits of the last input's, the idle time between them.
    "5000, 5000, 0",
    "5000, 2000, 3000",
    // Both have gone round.
    "4294967396, 100, 0",
    "8589939592, 0, 5000",
    // Only the tick has: the last input was just before the turn.
    "4294967796, 4294967196, 600",
    // From half way on the 32 bits look negative.
    "3000000000, 2999000000, 1000000",
    // An input between the two questions is no idle time of 49 days.
    "5000, 5016, 0",
    "4294967290, 4, 0",
    // Two days.
    "172800000, 0, 172800000"
  })
  void theIdleTimeIsRightWhereTheTicksGoRound(long tick, long lastInput, long expected) {
    windows.tick = tick;
    windows.lastInput = (int) lastInput;
    assertThat(idle()).isEqualTo(Duration.ofMillis(expected));
  }

  @Test
  void theIdleTimeIsACandidateThatTellsOfHands() throws InterruptedException {
    windows.tick = 1_000_000;
    windows.lastInput = 999_000;
    BlockingQueue<Sensed> heard = new LinkedBlockingQueue<>();
    try (Sense idle = first(desktop.idle())) {
      idle.start(heard::add);
      assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new Sensed.Hands());
    }
  }

  @Test
  void aWindowsThatRefusesOrLacksAFunctionIsMissing() {
    windows.lastInputAnswer = 0;
    windows.stateAnswer = 0x80004005;
    assertThat(desktop.idle().getFirst().probe()).isInstanceOf(Answer.Missing.class);
    assertThat(desktop.fullScreen().getFirst().probe()).isInstanceOf(Answer.Missing.class);
    WindowsDesktop bare = desktop(name -> new FakeLibrary());
    assertThat(bare.idle().getFirst().probe()).isInstanceOf(Answer.Missing.class);
    assertThat(bare.fullScreen().getFirst().probe()).isInstanceOf(Answer.Missing.class);
    assertThat(bare.screenLock().getFirst().probe()).isInstanceOf(Answer.Missing.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1, false",
    "2, true",
    "3, true",
    "4, true",
    "5, false",
    "6, false",
    "7, false",
    "99, false"
  })
  void fullScreenIsWhatFillsTheScreen(int state, boolean on) {
    windows.state = state;
    try (Sense sense = first(desktop.fullScreen())) {
      sense.start(told::add);
      assertThat(told).containsExactly(new Sensed.FullScreen(on));
    }
  }

  @Test
  void fullScreenTellsOfChangesWhenItLooksAndOfNothingWhenClosed() {
    Sense sense = first(desktop.fullScreen());
    sense.look();
    assertThat(told).isEmpty();
    sense.start(told::add);
    sense.look();
    windows.state = 2;
    sense.look();
    windows.stateAnswer = 1;
    windows.state = 5;
    sense.look();
    windows.stateAnswer = 0;
    sense.look();
    sense.close();
    windows.state = 2;
    sense.look();
    assertThat(told)
        .containsExactly(
            new Sensed.FullScreen(false),
            new Sensed.FullScreen(true),
            new Sensed.FullScreen(false));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void theScreenIsLockedOrNot(int answer) {
    windows.lockAnswer = answer;
    ScreenLock lock = first(desktop.screenLock());
    assertThat(windows.locks).as("a look locks nothing").isZero();
    assertThat(lock.lock()).isEqualTo(answer == 1);
    assertThat(windows.locks).isEqualTo(1);
  }

  @Test
  void theStartupFolderGetsACommandFileThatSurvivesOddPaths() throws Exception {
    Autostart autostart = first(desktop.autostart());
    Path file = user.resolve("Roaming/Microsoft/Windows/Start Menu/Programs/Startup/Respite.cmd");
    assertThat(autostart.on()).isFalse();
    autostart.set(true);
    assertThat(autostart.on()).isTrue();
    assertThat(Files.readString(file))
        .isEqualTo(
            "@echo off\r\n"
                + "chcp 65001 >nul\r\n"
                + "start \"Respite\" \"C:\\Program Files\\Java\\bin\\javaw.exe\" \"-cp\""
                + " \"C:\\100%% Zoë\\respite.jar\" \"coach\" \"--home\" \"D:\\\\\"\r\n");
    autostart.set(false);
    assertThat(autostart.on()).isFalse();
    assertThat(file).doesNotExist();
    WindowsDesktop nowhere =
        new WindowsDesktop(Somewhere.on("Windows 11", user, Map.of()), windows::library);
    assertThat(nowhere.autostart().getFirst().probe()).isInstanceOf(Answer.Missing.class);
  }
}
