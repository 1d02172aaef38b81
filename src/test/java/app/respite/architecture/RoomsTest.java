package app.respite.architecture;

import static app.respite.architecture.House.CLASSES;
import static app.respite.architecture.House.dependOn;
import static app.respite.architecture.House.excepted;
import static app.respite.architecture.House.in;
import static app.respite.architecture.House.inAny;
import static app.respite.domain.ArchitectureException.Wall.CYCLES;
import static app.respite.domain.ArchitectureException.Wall.ROOMS;
import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.ArchitectureException;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms, and who may import whom: main, then the middle rooms, then coach, then domain. */
class RoomsTest {
  private static final List<String> ANYWHERE =
      List.of("java..", "javax..", "org.jspecify.annotations");

  /** What only the rooms that name it may use, although it comes with the JDK. */
  private static final List<String> RESERVED =
      List.of("java.sql", "javax.sql", "java.awt..", "javax.swing..", "jdk.net");

  /** What values need: no files, no sockets, no threads, no text formats. */
  private static final List<String> VALUES =
      List.of(
          "app.respite.domain..",
          "java.lang",
          "java.lang.annotation",
          "java.lang.constant",
          "java.lang.invoke",
          "java.lang.runtime",
          "java.math",
          "java.text",
          "java.time..",
          "java.util",
          "java.util.function",
          "java.util.random",
          "java.util.regex",
          "java.util.stream",
          "org.apache.commons.numbers.gamma",
          "org.apache.commons.statistics.descriptive",
          "org.apache.commons.text.similarity",
          "org.jspecify.annotations");

  static List<Room> rooms() {
    return Room.ALL;
  }

  @Test
  void theProgramIsThere() {
    assertThat(CLASSES).isNotEmpty();
  }

  @Test
  void everyPackageIsARoomOfThePlan() {
    Set<String> planned = Room.ALL.stream().flatMap(Room::packages).collect(toSet());
    assertThat(packages().map(JavaPackage::getName).filter(name -> !planned.contains(name)))
        .as("packages that Room.ALL does not name")
        .isEmpty();
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(packages().filter(room -> !isNullMarked(room)).map(JavaPackage::getName))
        .as("packages without @NullMarked in their package-info.java")
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void importsOnlyWhatThePlanSays(Room room) {
    noClasses()
        .that(in(Room.ROOT + room.name() + ".."))
        .and(not(excepted(ROOMS)))
        .should(
            dependOn(
                "other rooms than %s and other libraries than %s"
                    .formatted(room.imports(), room.libraries()),
                target -> !mayUse(room, target)))
        .check(CLASSES);
  }

  @Test
  void theDomainKnowsOnlyValues() {
    noClasses()
        .that(in("app.respite.domain.."))
        .and(not(excepted(ROOMS)))
        .should(
            dependOn(
                "clock, screen, disk or thread", target -> !inAny(VALUES, target.getPackageName())))
        .check(CLASSES);
  }

  /** Adapters see the ports, so the ports may not lead to the engine behind them. */
  @Test
  void thePortsKnowOnlyTheDomain() {
    noClasses()
        .that(in("app.respite.coach.port.."))
        .and(not(excepted(ROOMS)))
        .should(
            dependOn(
                "the coach behind its ports",
                in("app.respite.coach..").and(not(in("app.respite.coach.port..")))))
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices()
        .matching("app.respite.(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(excepted(CYCLES), alwaysTrue())
        .check(CLASSES);
  }

  @Test
  void everyExceptionHasAReason() {
    assertThat(CLASSES.stream().filter(RoomsTest::hasBlankReason).map(JavaClass::getName))
        .as("classes with an @ArchitectureException for no reason")
        .isEmpty();
  }

  private static boolean mayUse(Room room, JavaClass target) {
    String name = target.getPackageName();
    if (target.isAssignableTo(ArchitectureException.class)
        || target.isAssignableTo(ArchitectureException.Wall.class)
        || target.isAssignableTo(ArchitectureException.List.class)) {
      return true;
    }
    if (name.startsWith(Room.ROOT)) {
      Stream<String> allowed =
          Stream.concat(Stream.of(room.name() + ".."), room.imports().stream());
      return inAny(allowed.map(pattern -> Room.ROOT + pattern).toList(), name);
    }
    return inAny(room.libraries(), name) || (inAny(ANYWHERE, name) && !inAny(RESERVED, name));
  }

  private static boolean hasBlankReason(JavaClass type) {
    return House.exceptions(type)
        .map(exception -> (String) exception.getExplicitlyDeclaredProperty("reason"))
        .anyMatch(String::isBlank);
  }

  private static boolean isNullMarked(JavaPackage room) {
    return room.tryGetPackageInfo()
        .filter(info -> info.isAnnotatedWith(NullMarked.class))
        .isPresent();
  }

  private static Stream<JavaPackage> packages() {
    return CLASSES.stream().map(JavaClass::getPackage).distinct();
  }
}
