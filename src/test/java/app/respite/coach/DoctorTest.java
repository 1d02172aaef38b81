package app.respite.coach;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.attend.FakePorts;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.Finding;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.Tried;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the doctor finds on desktops made of fakes. */
class DoctorTest {
  /** Those that the ports themselves have candidates for. */
  private static final List<PortKind> WITHOUT_CANDIDATES =
      List.of(PortKind.BREAK_VIEW, PortKind.APPEARANCE);

  private static final Duration LONG = Duration.ofMinutes(1);

  private final List<Throwable> logged = new ArrayList<>();
  private final Doctor doctor = new Doctor(Runnable::run, LONG, logged::add);

  private record Fake(String name, Tried tried, Supplier<Answer<Object>> look)
      implements Candidate<Object> {
    @Override
    public Answer<Object> probe() {
      return look.get();
    }
  }

  private static Fake works(String name) {
    return new Fake(name, Tried.REAL, () -> new Answer.Works<>("a port", "with a limit"));
  }

  private static Fake missing(String name) {
    return new Fake(name, Tried.MOCK, () -> new Answer.Missing<>("no bus", "start one"));
  }

  private static Finding of(List<Finding> findings, PortKind port) {
    return findings.stream().filter(finding -> finding.port() == port).findFirst().orElseThrow();
  }

  @Test
  void everyPortIsThereInItsOrderWithASentenceEvenWhereNothingIsKnown() {
    List<Finding> findings = doctor.examine(new FakePorts(), Map.of());
    assertThat(findings).extracting(Finding::port).containsExactly(PortKind.values());
    assertThat(findings)
        .allSatisfy(
            finding -> {
              assertThat(finding.used()).isEmpty();
              assertThat(finding.candidates()).isEmpty();
              assertThat(finding.without()).isNotBlank().hasSizeLessThan(76);
            });
    assertThat(of(findings, PortKind.IDLE).without()).isEqualTo("The coach runs as a timer only.");
  }

  @ParameterizedTest
  @EnumSource
  void theFirstThatWorksIsUsedAndAllAreShown(PortKind port) {
    if (WITHOUT_CANDIDATES.contains(port)) {
      return;
    }
    for (int works = 0; works < 8; works++) {
      boolean[] which = {(works & 1) != 0, (works & 2) != 0, (works & 4) != 0};
      String[] names = {"one", "two", "three"};
      Candidate<?>[] candidates = new Candidate<?>[3];
      String used = "";
      for (int i = 2; i >= 0; i--) {
        candidates[i] = which[i] ? works(names[i]) : missing(names[i]);
        used = which[i] ? names[i] : used;
      }
      List<Finding> findings = doctor.examine(new FakePorts().with(port, candidates), Map.of());
      Finding finding = of(findings, port);
      assertThat(finding.used()).isEqualTo(used);
      assertThat(finding.candidates())
          .extracting(Finding.Row::name)
          .containsExactly("one", "two", "three");
      for (int i = 0; i < 3; i++) {
        assertThat(finding.candidates().get(i))
            .isEqualTo(
                which[i]
                    ? new Finding.Row(names[i], true, "with a limit", "", Tried.REAL)
                    : new Finding.Row(names[i], false, "no bus", "start one", Tried.MOCK));
      }
      assertThat(findings).filteredOn(other -> !other.used().isEmpty()).hasSize(works > 0 ? 1 : 0);
    }
  }

  @Test
  void whatIsNoPortOfADesktopStandsInItsPlace() {
    List<Finding> findings =
        doctor.examine(
            new FakePorts(),
            Map.of(PortKind.BREAK_VIEW, List.of(missing("first"), works("JavaFX window"))));
    assertThat(of(findings, PortKind.BREAK_VIEW).used()).isEqualTo("JavaFX window");
    assertThat(of(findings, PortKind.BREAK_VIEW).candidates()).hasSize(2);
    assertThat(findings).extracting(Finding::port).containsExactly(PortKind.values());
  }

  @Test
  void aCandidateThatThrowsIsShownAsThatAndHidesNoOther() {
    Fake throwing =
        new Fake(
            "throws",
            Tried.NOT,
            () -> {
              throw new IllegalStateException("with a secret");
            });
    Fake unlinked =
        new Fake(
            "unlinked",
            Tried.NOT,
            () -> {
              throw new UnsatisfiedLinkError("no library");
            });
    Finding finding =
        of(
            doctor.examine(
                new FakePorts().with(PortKind.IDLE, throwing, unlinked, works("good")), Map.of()),
            PortKind.IDLE);
    assertThat(finding.used()).isEqualTo("good");
    assertThat(finding.candidates())
        .extracting(Finding.Row::why)
        .containsExactly(
            "its look failed inside (IllegalStateException)",
            "its look failed inside (UnsatisfiedLinkError)",
            "with a limit");
    assertThat(logged).extracting(Throwable::getMessage).contains("with a secret", "no library");
  }

  @Test
  void candidatesThatHangAreShownAsThatAndKeepNobodyWaitingTwice() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger hanging = new AtomicInteger();
    CountDownLatch left = new CountDownLatch(10);
    Fake hangs =
        new Fake(
            "hangs",
            Tried.REAL,
            () -> {
              hanging.incrementAndGet();
              try {
                never.await();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
              return new Answer.Works<>("too late", "too late");
            });
    Executor threads =
        work ->
            Thread.ofVirtual()
                .start(
                    () -> {
                      work.run();
                      left.countDown();
                    });
    FakePorts ports = new FakePorts();
    for (PortKind port :
        Arrays.stream(PortKind.values())
            .filter(port -> !WITHOUT_CANDIDATES.contains(port))
            .limit(10)
            .toList()) {
      ports.with(port, hangs);
    }
    ports.with(PortKind.AUTOSTART, hangs, works("good"));
    // Ten that hang, each for ever: were they waited for in turn, the bound would come ten times.
    List<Finding> findings =
        new Doctor(threads, Duration.ofSeconds(1), logged::add).examine(ports, Map.of());
    Finding autostart = of(findings, PortKind.AUTOSTART);
    assertThat(autostart.used()).isEqualTo("good");
    assertThat(autostart.candidates().getFirst())
        .isEqualTo(new Finding.Row("hangs", false, "no answer within 1 s", "", Tried.REAL));
    assertThat(hanging.get()).isEqualTo(11);
    never.countDown();
    assertThat(left.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(autostart.candidates().getFirst().works()).as("an answer after all").isFalse();
    assertThat(of(findings, PortKind.TRAY).used()).isEmpty();
  }

  @Test
  void whatAProbeHandsOutIsLetGo() {
    AtomicInteger closed = new AtomicInteger();
    AutoCloseable port = closed::incrementAndGet;
    AutoCloseable bad =
        () -> {
          throw new IllegalStateException("will not close");
        };
    FakePorts ports =
        new FakePorts()
            .with(
                PortKind.IDLE,
                new Fake("a", Tried.REAL, () -> new Answer.Works<>(port, "")),
                new Fake("b", Tried.REAL, () -> new Answer.Works<>(bad, "")));
    Finding finding = of(doctor.examine(ports, Map.of()), PortKind.IDLE);
    assertThat(closed).hasValue(1);
    assertThat(finding.candidates()).allMatch(Finding.Row::works);
    assertThat(logged).hasSize(1);
  }

  @Test
  void whatAServiceSaysIsOneLineOfBoundedLength() {
    String hostile = "\u001b[31mred\u0007\n\u202etxt\u2028end" + "x".repeat(1_000_000);
    FakePorts ports =
        new FakePorts()
            .with(
                PortKind.TRAY,
                new Fake(
                    "n\u0000ame", Tried.MOCK, () -> new Answer.Missing<>(hostile, "do\r\nthis")));
    Finding.Row row = of(doctor.examine(ports, Map.of()), PortKind.TRAY).candidates().getFirst();
    assertThat(row.name()).isEqualTo("n ame");
    assertThat(row.why()).startsWith("[31mred txt end").endsWith(" ...").hasSizeLessThan(210);
    assertThat(row.remedy()).isEqualTo("do this");
  }
}
