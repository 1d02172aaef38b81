package app.respite.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.DesktopPorts;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.Tried;
import app.respite.desktop.any.NoDesktop;
import app.respite.desktop.linux.LinuxDesktop;
import app.respite.desktop.macos.MacDesktop;
import app.respite.desktop.windows.WindowsDesktop;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which adapters there are where. */
class DesktopsTest {
  @TempDir Path user;

  private DesktopPorts on(String os) {
    return Desktops.here(Somewhere.on(os, user, Map.of()));
  }

  private static Stream<Candidate<?>> all(DesktopPorts ports) {
    return Stream.<List<? extends Candidate<?>>>of(
            ports.tray(),
            ports.notifier(),
            ports.idle(),
            ports.sleep(),
            ports.lock(),
            ports.doNotDisturb(),
            ports.fullScreen(),
            ports.calls(),
            ports.focus(),
            ports.screenLock(),
            ports.autostart(),
            ports.shortcuts())
        .flatMap(List::stream);
  }

  @Test
  void theSystemDecides() {
    assertThat(on("Linux")).isInstanceOf(LinuxDesktop.class);
    assertThat(on("FreeBSD")).isInstanceOf(LinuxDesktop.class);
    assertThat(on("Windows 11")).isInstanceOf(WindowsDesktop.class);
    assertThat(on("Mac OS X")).isInstanceOf(MacDesktop.class);
    assertThat(on("Haiku")).isExactlyInstanceOf(NoDesktop.class);
  }

  /** Nothing was tried on a real Windows or macOS, so nothing may say so. */
  @ParameterizedTest
  @ValueSource(strings = {"Windows 11", "Mac OS X"})
  void whatWasNeverTriedThereDoesNotSaySo(String os) {
    DesktopPorts ports = on(os);
    assertThat(all(ports)).isNotEmpty();
    assertThat(all(ports)).extracting(Candidate::tried).doesNotContain(Tried.REAL);
    assertThat(
            Desktops.windows(Somewhere.on(os, user, Map.of())).values().stream()
                .flatMap(List::stream))
        .extracting(Candidate::tried)
        .containsOnly(Tried.NOT);
  }

  /** The code for one system is asked on another, as a test machine can. */
  @ParameterizedTest
  @ValueSource(strings = {"Linux", "Windows 11", "Mac OS X", "Haiku"})
  void everyCandidateAnswersOnAnySystem(String os) {
    try (DesktopPorts ports = on(os)) {
      all(ports)
          .forEach(
              candidate -> {
                assertThat(candidate.name()).isNotBlank();
                if (candidate.probe() instanceof Answer.Missing<?> missing) {
                  assertThat(missing.why()).as(candidate.name()).isNotBlank();
                }
              });
    }
  }

  @Test
  void theBreakViewAndTheAppearanceHaveTheirCandidates() {
    assertThat(Desktops.windows(Somewhere.on("Linux", user, Map.of())))
        .containsOnlyKeys(PortKind.BREAK_VIEW, PortKind.APPEARANCE);
  }
}
