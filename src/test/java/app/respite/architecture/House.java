package app.respite.architecture;

import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The compiled program, and the words its rules are written in. */
final class House {
  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("app.respite");

  private House() {}

  static DescribedPredicate<JavaClass> in(String... packages) {
    return DescribedPredicate.describe(
        "in " + String.join(", ", packages),
        type -> inAny(List.of(packages), type.getPackageName()));
  }

  static DescribedPredicate<JavaClass> excepted(Wall wall) {
    return DescribedPredicate.describe(
        "with an exception for the wall " + wall,
        type ->
            Stream.iterate(
                    Optional.of(type),
                    Optional::isPresent,
                    found -> found.flatMap(JavaClass::getEnclosingClass))
                .flatMap(found -> exceptions(found.orElseThrow()))
                .anyMatch(exception -> wallOf(exception).equals(wall.name())));
  }

  static Stream<JavaAnnotation<?>> exceptions(JavaClass type) {
    Stream<JavaAnnotation<?>> one =
        type.tryGetAnnotationOfType(ArchitectureException.class.getName()).stream()
            .map(found -> found);
    Stream<JavaAnnotation<?>> more =
        type.tryGetAnnotationOfType(ArchitectureException.List.class.getName()).stream()
            .flatMap(
                list ->
                    Stream.of((JavaAnnotation<?>[]) list.getExplicitlyDeclaredProperty("value")));
    return Stream.concat(one, more);
  }

  private static String wallOf(JavaAnnotation<?> exception) {
    return ((JavaEnumConstant) exception.getExplicitlyDeclaredProperty("wall")).name();
  }

  static ArchCondition<JavaClass> dependOn(String what, Predicate<JavaClass> forbidden) {
    return new ArchCondition<>("depend on " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass().getBaseComponentType();
          if (!target.isPrimitive() && forbidden.test(target)) {
            events.add(SimpleConditionEvent.satisfied(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  static ArchCondition<JavaClass> use(String what, Predicate<JavaAccess<?>> forbidden) {
    return new ArchCondition<>("use " + what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaAccess<?> access : type.getAccessesFromSelf()) {
          if (forbidden.test(access)) {
            events.add(SimpleConditionEvent.satisfied(type, access.getDescription()));
          }
        }
      }
    };
  }

  /** One of the named members of a class; a constructor's name is {@code <init>}. */
  static Predicate<JavaAccess<?>> member(Class<?> owner, String... names) {
    List<String> wanted = List.of(names);
    return access ->
        access.getTargetOwner().isAssignableTo(owner.getName())
            && wanted.contains(access.getTarget().getName());
  }

  static boolean inAny(List<String> patterns, String name) {
    return patterns.stream().anyMatch(pattern -> PackageMatcher.of(pattern).matches(name));
  }
}
