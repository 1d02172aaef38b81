package app.respite.architecture;

import static app.respite.architecture.House.CLASSES;
import static app.respite.architecture.House.dependOn;
import static app.respite.architecture.House.in;
import static app.respite.architecture.House.member;
import static app.respite.architecture.House.use;
import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.StateFields;
import app.respite.domain.day.advice.AdvicePolicy;
import app.respite.domain.day.advice.AdviceState;
import app.respite.domain.day.advice.QuestionPolicy;
import app.respite.domain.day.advice.QuestionState;
import app.respite.domain.day.breaks.BreakPolicy;
import app.respite.domain.day.breaks.BreaksState;
import app.respite.domain.day.course.DayState;
import app.respite.domain.day.holds.HoldPolicy;
import app.respite.domain.day.holds.HoldsState;
import app.respite.domain.day.limits.LimitPolicy;
import app.respite.domain.day.limits.LimitsState;
import app.respite.domain.day.limits.OfferPolicy;
import app.respite.domain.day.limits.OfferState;
import app.respite.domain.day.presence.PresencePolicy;
import app.respite.domain.day.presence.PresenceState;
import app.respite.domain.day.session.Ledger;
import app.respite.domain.day.session.LedgerEditor;
import app.respite.domain.day.session.SessionPolicy;
import app.respite.domain.day.session.SessionState;
import app.respite.domain.day.session.UncountedTime;
import app.respite.domain.day.session.UncountedTimePolicy;
import app.respite.domain.day.step.DayFrame;
import app.respite.domain.day.step.StepContext;
import app.respite.domain.day.tiredness.TirednessPolicy;
import app.respite.domain.day.tiredness.TirednessState;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rooms of a day: arrows run one way, and each part is changed by its own policy alone. */
class DayRoomsTest {
  private static final String DAY = "app.respite.domain.day";

  /** The words of a day, and the rooms from the bottom up: each may know those before it. */
  private static final List<String> FROM_BELOW =
      Stream.of(
              "",
              ".step",
              ".presence",
              ".session",
              ".holds",
              ".tiredness",
              ".breaks",
              ".absence",
              ".limits",
              ".advice",
              ".course")
          .map(DAY::concat)
          .toList();

  /** Each part of the state, and what alone makes the next one of it. */
  private static final Map<Class<?>, Class<?>> OWNERS =
      Map.ofEntries(
          Map.entry(DayFrame.class, StepContext.class),
          Map.entry(PresenceState.class, PresencePolicy.class),
          Map.entry(Ledger.class, LedgerEditor.class),
          Map.entry(SessionState.class, SessionPolicy.class),
          Map.entry(UncountedTime.class, UncountedTimePolicy.class),
          Map.entry(HoldsState.class, HoldPolicy.class),
          Map.entry(TirednessState.class, TirednessPolicy.class),
          Map.entry(BreaksState.class, BreakPolicy.class),
          Map.entry(LimitsState.class, LimitPolicy.class),
          Map.entry(OfferState.class, OfferPolicy.class),
          Map.entry(AdviceState.class, AdvicePolicy.class),
          Map.entry(QuestionState.class, QuestionPolicy.class));

  private static final int MOST_COMPONENTS = 12;

  static List<String> rooms() {
    return FROM_BELOW;
  }

  static Stream<Class<?>> parts() {
    return Stream.of(DayState.class.getRecordComponents()).map(RecordComponent::getType);
  }

  @Test
  void everyRoomOfADayHasItsPlace() {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(DAY)))
        .isSubsetOf(FROM_BELOW);
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsNoneAboveIt(String room) {
    int here = FROM_BELOW.indexOf(room);
    noClasses()
        .that(in(room))
        .should(
            dependOn(
                "a room above it", target -> FROM_BELOW.indexOf(target.getPackageName()) > here))
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("parts")
  void onlyItsOwnPolicyChangesAPart(Class<?> part) {
    Class<?> owner = OWNERS.get(part);
    assertThat(owner).as("the policy that changes %s", part.getSimpleName()).isNotNull();
    noClasses()
        .that(not(within(part, owner, StateFields.class)))
        .should(use("what makes another " + part.getSimpleName(), makes(part)))
        .check(CLASSES);
  }

  @Test
  void onlyTheCourseOfTheDayMovesTime() {
    noClasses()
        .that(not(in(DAY + ".course")))
        .should(
            use("the step's instant", member(StepContext.class, "moveTo", "travelTo", "prefer")))
        .check(CLASSES);
  }

  @Test
  void noPartIsAPositionalRecordOverTwelveFields() {
    assertThat(
            CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(DAY + "."))
                .filter(JavaClass::isRecord)
                .filter(type -> components(type) > MOST_COMPONENTS)
                .map(JavaClass::getName))
        .isEmpty();
  }

  private static long components(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(STATIC))
        .count();
  }

  /** A constructor of a record, or a method that gives another of the same kind. */
  private static Predicate<JavaAccess<?>> makes(Class<?> part) {
    return access ->
        access.getTargetOwner().isEquivalentTo(part)
            && switch (access) {
              case JavaConstructorCall made -> true;
              case JavaMethodCall call ->
                  call.getTarget().getRawReturnType().isEquivalentTo(part)
                      && call.getTarget()
                          .resolveMember()
                          .filter(method -> !method.getModifiers().contains(STATIC))
                          .isPresent();
              default -> false;
            };
  }

  private static DescribedPredicate<JavaClass> within(Class<?>... types) {
    List<Class<?>> all = List.of(types);
    return describe(
        "within " + all,
        type ->
            Stream.iterate(
                    Optional.of(type),
                    Optional::isPresent,
                    found -> found.flatMap(JavaClass::getEnclosingClass))
                .flatMap(Optional::stream)
                .anyMatch(found -> all.stream().anyMatch(found::isEquivalentTo)));
  }
}
