package app.respite.desktop.linux.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Microphone and camera as the kernel shows them, in folders that look like the kernel's. */
class CallSenseTest {
  private static final String MICROPHONE = "sound/card0/pcm0c/sub0/status";

  @TempDir Path root;
  private final HandClock clock = new HandClock();
  private final List<Sensed> told = new ArrayList<>();
  private CallSense sense;

  @BeforeEach
  void anIdleMachine() {
    put(MICROPHONE, "closed\n");
    put("sound/card0/pcm0p/sub0/status", "state: RUNNING\nowner_pid   : 99\n");
    put("sound/cards", "text\n");
    folder("dev");
    folder("cameras");
    put("proc/100/comm", "browser\n");
    folder("proc/100/fd");
    put("proc/uptime", "1 1\n");
    sense = new CallSense(places(), clock, Runnable::run, () -> {});
  }

  private CallPlaces places() {
    return new CallPlaces(
        root.resolve("sound"), root.resolve("dev"), root.resolve("cameras"), root.resolve("proc"));
  }

  @Test
  void tellsFirstHowThingsStand() {
    sense.start(told::add);
    assertThat(told).containsExactly(new Sensed.InCall(false));
  }

  @Test
  void aRunningMicrophoneIsACallAndIsToldOnce() {
    sense.start(told::add);
    put(MICROPHONE, "state: RUNNING\nowner_pid   : 1234\n");
    look();
    look();
    assertThat(told).containsExactly(new Sensed.InCall(false), new Sensed.InCall(true));
  }

  @Test
  void aMicrophoneThatIsOnlyPreparedIsNoCall() {
    put(MICROPHONE, "state: PREPARED\n");
    sense.start(told::add);
    assertThat(told).containsExactly(new Sensed.InCall(false));
  }

  @Test
  void aShortPauseDoesNotEndACall() {
    put(MICROPHONE, "state: RUNNING\n");
    sense.start(told::add);
    put(MICROPHONE, "closed\n");
    look();
    put(MICROPHONE, "state: RUNNING\n");
    look();
    put(MICROPHONE, "closed\n");
    look();
    assertThat(told).containsExactly(new Sensed.InCall(true));
    look();
    assertThat(told).containsExactly(new Sensed.InCall(true), new Sensed.InCall(false));
  }

  @Test
  void aCallThatWasNotSeenForLongIsOver() {
    put(MICROPHONE, "state: RUNNING\n");
    sense.start(told::add);
    put(MICROPHONE, "closed\n");
    clock.advance(Duration.ofSeconds(25));
    sense.look();
    assertThat(told).containsExactly(new Sensed.InCall(true), new Sensed.InCall(false));
  }

  @Test
  void aSoundCardThatIsPulledOutEndsTheCall() throws IOException {
    put(MICROPHONE, "state: RUNNING\n");
    sense.start(told::add);
    Files.move(root.resolve("sound"), root.resolve("away"));
    look();
    look();
    assertThat(told).containsExactly(new Sensed.InCall(true), new Sensed.InCall(false));
  }

  @Test
  void anOpenWebcamIsACall() {
    webcam("video0", "uvcvideo", "1");
    open("100", "7", "video0");
    sense.start(told::add);
    assertThat(told).containsExactly(new Sensed.InCall(true));
  }

  @Test
  void theCameraIsLookedAtEveryTwentySecondsAtMost() {
    webcam("video0", "uvcvideo", "1");
    sense.start(told::add);
    open("100", "7", "video0");
    look();
    assertThat(told).containsExactly(new Sensed.InCall(false));
    look();
    assertThat(told).last().isEqualTo(new Sensed.InCall(true));
  }

  @Test
  void whereTheDriverHasNoUsersNobodyIsSearched() {
    webcam("video0", "uvcvideo", "0");
    open("100", "7", "video0");
    sense.start(told::add);
    assertThat(told).containsExactly(new Sensed.InCall(false));
  }

  @Test
  void aDecoderIsNoCamera() {
    webcam("video10", "bcm2835-codec", "3");
    open("100", "7", "video10");
    sense.start(told::add);
    assertThat(told).containsExactly(new Sensed.InCall(false));
  }

  @Test
  void aCameraTheSystemKnowsNothingOfIsSearchedForAllTheSame() {
    put("dev/video2", "");
    open("100", "7", "video2");
    sense.start(told::add);
    assertThat(told).containsExactly(new Sensed.InCall(true));
  }

  @Test
  void theSessionManagerThatLooksAtCamerasDoesNotFilm() {
    webcam("video0", "uvcvideo", "1");
    put("proc/200/comm", "wireplumber\n");
    open("200", "7", "video0");
    sense.start(told::add);
    assertThat(told).containsExactly(new Sensed.InCall(false));
  }

  @Test
  void aWebcamIsFoundAmongManyProcessesAndLetGoWhenItsHolderEnds() throws IOException {
    webcam("video0", "uvcvideo", "2");
    for (int pid = 1000; pid < 1400; pid++) {
      put("proc/" + pid + "/comm", "idle\n");
      for (int descriptor = 0; descriptor < 5; descriptor++) {
        link("proc/" + pid + "/fd/" + descriptor, root.resolve("dev/null").toString());
      }
    }
    open("1399", "9", "video0");
    sense.start(told::add);
    Files.move(root.resolve("proc/1399"), root.resolve("ended"));
    look();
    look();
    look();
    assertThat(told).containsExactly(new Sensed.InCall(true), new Sensed.InCall(false));
  }

  @Test
  void aLookDoesNotWaitForWhatIsSeen() throws InterruptedException {
    try (Sense real =
        ((Answer.Works<Sense>) LinuxSession.calls(places(), clock, line -> {}).getFirst().probe())
            .port()) {
      BlockingQueue<Sensed> heard = new LinkedBlockingQueue<>();
      put(MICROPHONE, "state: RUNNING\n");
      real.start(heard::add);
      real.look();
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(new Sensed.InCall(true));
    }
  }

  @Test
  void aMachineWithoutSoundAndCameraSaysSo() {
    CallPlaces none =
        new CallPlaces(root.resolve("x"), root.resolve("x"), root.resolve("x"), root.resolve("x"));
    assertThat(LinuxSession.calls(none, clock, line -> {}).getFirst().probe())
        .isEqualTo(new Answer.Missing<Sense>("there is no sound card and no camera", ""));
  }

  private void look() {
    clock.advance(Duration.ofSeconds(11));
    sense.look();
  }

  private void webcam(String device, String driver, String users) {
    put("dev/" + device, "");
    put("drivers/" + driver + "/module/refcnt", users + "\n");
    link("cameras/" + device + "/device/driver", root.resolve("drivers/" + driver).toString());
  }

  private void open(String pid, String descriptor, String device) {
    link("proc/" + pid + "/fd/" + descriptor, root.resolve("dev/" + device).toString());
  }

  private void link(String name, String to) {
    try {
      Path link = root.resolve(name);
      Files.createDirectories(requireNonNull(link.getParent()));
      Files.createSymbolicLink(link, Path.of(to));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void folder(String name) {
    try {
      Files.createDirectories(root.resolve(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void put(String name, String text) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(requireNonNull(file.getParent()));
      Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
