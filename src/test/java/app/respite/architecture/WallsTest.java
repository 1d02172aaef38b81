package app.respite.architecture;

import static app.respite.architecture.House.CLASSES;
import static app.respite.architecture.House.dependOn;
import static app.respite.architecture.House.excepted;
import static app.respite.architecture.House.in;
import static app.respite.architecture.House.inAny;
import static app.respite.architecture.House.member;
import static app.respite.architecture.House.use;
import static app.respite.domain.ArchitectureException.Wall.AWT;
import static app.respite.domain.ArchitectureException.Wall.CLOCK;
import static app.respite.domain.ArchitectureException.Wall.FX_THREAD;
import static app.respite.domain.ArchitectureException.Wall.STANDARD_STREAMS;
import static app.respite.domain.ArchitectureException.Wall.STATIC_STATE;
import static app.respite.domain.ArchitectureException.Wall.SWITCH_OVER_TEXT;
import static app.respite.domain.ArchitectureException.Wall.THREADS;
import static app.respite.domain.ArchitectureException.Wall.VIEW_MODELS;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.io.Console;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.BaseStream;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

/** What the JDK offers everybody and this house only to the room that answers for it. */
class WallsTest {
  @Test
  void onlyMainReadsTheClock() {
    noClasses()
        .that(not(in("app.respite.main..")))
        .and(not(excepted(CLOCK)))
        .should(use("a hidden clock or zone, or sleep", WallsTest::isHiddenClock))
        .check(CLASSES);
  }

  @Test
  void onlyMainAndDesktopStartThreads() {
    noClasses()
        .that(not(in("app.respite.main..", "app.respite.desktop..")))
        .and(not(excepted(THREADS)))
        .should(use("threads of their own", WallsTest::startsThread))
        .orShould(
            dependOn(
                "javafx.concurrent",
                target -> inAny(List.of("javafx.concurrent"), target.getPackageName())))
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineTouchesTheStandardStreams() {
    noClasses()
        .that(not(in("app.respite.cli..")))
        .and(not(excepted(STANDARD_STREAMS)))
        .should(
            use(
                "the standard streams",
                member(System.class, "in", "out", "err", "console", "setIn", "setOut", "setErr")
                    .or(member(Console.class, "readLine", "readPassword", "reader", "writer"))
                    .or(WallsTest::isBarePrintStackTrace)))
        .check(CLASSES);
  }

  /**
   * Commands, requests, events and their kinds are types, so that the compiler misses what is new.
   * What people type, other tools' files and the desktop's protocols come as words.
   */
  @Test
  void onlyWhereWordsComeInIsTextSwitchedOver() {
    noClasses()
        .that(
            not(
                in(
                    "app.respite.cli..",
                    "app.respite.coach.typed",
                    "app.respite.exchange..",
                    "app.respite.desktop..")))
        .and(not(excepted(SWITCH_OVER_TEXT)))
        .should(use("a switch over text", WallsTest::isSwitchOverText))
        .check(CLASSES);
  }

  /** Even in the desktop room, AWT needs its reason written down. */
  @Test
  void awtNeedsAReason() {
    noClasses()
        .that(not(excepted(AWT)))
        .should(dependOn("AWT or Swing", in("java.awt..", "javax.swing..")))
        .check(CLASSES);
  }

  @Test
  void viewModelsKnowNoScene() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("ViewModel")
        .and(not(excepted(VIEW_MODELS)))
        .should(
            dependOn(
                "scene, stage or controls",
                in("javafx.scene..", "javafx.stage..", "org.controlsfx..", "atlantafx..")))
        .check(CLASSES);
  }

  @Test
  void oneDoorLeadsToTheFxThread() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("app.respite.ui.kit.FxThread")
        .and(not(excepted(FX_THREAD)))
        .should(
            use(
                "the FX thread by another door",
                member(Platform.class, "runLater", "startup", "isFxApplicationThread")))
        .check(CLASSES);
  }

  @Test
  void staticStateIsFinal() {
    fields()
        .that()
        .areStatic()
        .and()
        .areDeclaredInClassesThat(not(excepted(STATIC_STATE)))
        .should()
        .beFinal()
        .check(CLASSES);
  }

  private static boolean isHiddenClock(JavaAccess<?> access) {
    if (access.getTarget().getName().equals("now")
        && access.getTargetOwner().getPackageName().startsWith("java.time")) {
      return !takes(access, Clock.class);
    }
    return member(System.class, "currentTimeMillis", "nanoTime")
        .or(member(Thread.class, "sleep"))
        .or(member(TimeUnit.class, "sleep"))
        .or(member(ZoneId.class, "systemDefault"))
        .or(member(TimeZone.class, "getDefault"))
        .or(member(Calendar.class, "getInstance", "<init>"))
        .or(WallsTest::isDateOfNow)
        .or(
            member(
                Clock.class,
                "systemUTC",
                "systemDefaultZone",
                "system",
                "tickMillis",
                "tickSeconds",
                "tickMinutes"))
        .or(member(InstantSource.class, "system"))
        .test(access);
  }

  /** A switch over text is compiled to a look at its hash, then a comparison. */
  private static boolean isSwitchOverText(JavaAccess<?> access) {
    return member(String.class, "hashCode").test(access)
        && access.getOrigin().getMethodCallsFromSelf().stream()
            .anyMatch(member(String.class, "equals"));
  }

  private static boolean isDateOfNow(JavaAccess<?> access) {
    return member(Date.class, "<init>").test(access) && parameters(access).isEmpty();
  }

  private static boolean isBarePrintStackTrace(JavaAccess<?> access) {
    return member(Throwable.class, "printStackTrace").test(access) && parameters(access).isEmpty();
  }

  private static boolean startsThread(JavaAccess<?> access) {
    return member(Thread.class, "<init>", "ofVirtual", "ofPlatform", "startVirtualThread")
        .or(member(ThreadPoolExecutor.class, "<init>"))
        .or(member(ForkJoinPool.class, "<init>", "commonPool"))
        .or(member(Timer.class, "<init>"))
        .or(member(Collection.class, "parallelStream"))
        .or(member(BaseStream.class, "parallel"))
        .or(
            call ->
                call.getTargetOwner().isEquivalentTo(Executors.class)
                    && call.getTarget().getName().startsWith("new"))
        .or(
            call ->
                call.getTargetOwner().isAssignableTo(CompletableFuture.class)
                    && call.getTarget().getName().endsWith("Async"))
        .test(access);
  }

  private static boolean takes(JavaAccess<?> access, Class<?> parameter) {
    return parameters(access).contains(parameter.getName());
  }

  private static List<String> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget target
        ? target.getRawParameterTypes().stream().map(type -> type.getName()).toList()
        : List.of();
  }
}
