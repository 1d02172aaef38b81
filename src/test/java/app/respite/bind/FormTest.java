package app.respite.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form says of records, one rule at a time, on records that are made for it. */
class FormTest {
  enum Colour {
    RED,
    DARK_BLUE
  }

  record Size(int width, @Nullable Integer height) {}

  record Thing(
      String name,
      @Nullable String remark,
      boolean heavy,
      Colour colour,
      List<String> labels,
      Size size) {}

  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  sealed interface Angular extends Shape {}

  record RightAngle(int side, @Nullable Integer other) implements Angular {}

  record Holder(String name, @Nullable Shape shape) {}

  record Several(List<Size> sizes) {}

  record Coloured(Set<Colour> colours) {}

  record Two(int first, int second) {}

  record Optional(@Nullable Size size) {}

  record Keyword(Duration for_) {}

  record Anything(Map<String, Object> inside, Object one, List<? extends Colour> some) {}

  record Counted(int count) {
    Counted {
      if (count > 100) {
        throw new IllegalArgumentException("too many");
      }
    }
  }

  record Numbers(long whole, double real, BigDecimal exact, boolean on) {}

  private static final Thing BOX =
      new Thing("box", "old", true, Colour.DARK_BLUE, List.of("a", "b"), new Size(3, null));

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static FormBuilder form() {
    return Form.builder(FormTest::word);
  }

  private static BindException refused(Form form, Class<?> type, Map<String, Object> fields) {
    return assertThatExceptionOfType(BindException.class)
        .isThrownBy(() -> form.read(type, fields))
        .actual();
  }

  private static Map<String, Object> without(Map<String, Object> fields, String name) {
    Map<String, Object> fewer = new LinkedHashMap<>(fields);
    fewer.remove(name);
    return fewer;
  }

  private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
    Map<String, Object> other = new LinkedHashMap<>(fields);
    other.put(name, value);
    return other;
  }

  @Test
  void aRecordIsWrittenByItsComponentsInTheirOrder() {
    Map<String, Object> written = form().build().write(BOX);

    assertThat(written)
        .containsExactly(
            Map.entry("name", "box"),
            Map.entry("remark", "old"),
            Map.entry("heavy", true),
            Map.entry("colour", "dark_blue"),
            Map.entry("labels", List.of("a", "b")),
            Map.entry("size", Map.of("width", 3L)));
    assertThat(form().build().read(Thing.class, written)).isEqualTo(BOX);
  }

  @Test
  void namesAndValuesGoSideBySide() {
    Form form = form().build();

    assertThat(form.names(Size.class)).containsExactly("width", "height");
    assertThat(form.values(new Size(3, null))).containsExactly(3L, null);
    assertThat(Form.components(Thing.class))
        .containsExactly("name", "remark", "heavy", "colour", "labels", "size");
  }

  @Test
  void aTypeIsNamedInSmallLettersWithHyphens() {
    assertThat(Form.word(RightAngle.class)).isEqualTo("right-angle");
  }

  @Test
  void aComponentNamedAroundAWordOfJavaIsWrittenAsThatWord() {
    Form form = form().build();

    assertThat(form.write(new Keyword(Duration.ofHours(1))))
        .containsExactly(Map.entry("for", Duration.ofHours(1)));
    assertThat(form.read(Keyword.class, Map.of("for", "PT1H")))
        .isEqualTo(new Keyword(Duration.ofHours(1)));
  }

  @Test
  void whatMayBeAbsentIsNullAndFlagsAreOffAndListsEmpty() {
    Thing read =
        form()
            .build()
            .read(Thing.class, Map.of("name", "box", "colour", "red", "size", Map.of("width", 3L)));

    assertThat(read)
        .isEqualTo(new Thing("box", null, false, Colour.RED, List.of(), new Size(3, null)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "colour", "size"})
  void whatMustBeThereIsMissedByName(String field) {
    Form form = form().build();

    BindException missing = refused(form, Thing.class, without(form.write(BOX), field));

    assertThat(missing.field()).isEqualTo(field);
    assertThat(missing.found()).isNull();
    assertThat(missing).hasMessage("'" + field + "' is missing");
  }

  @Test
  void whoMissesAFieldIsToldWhatShouldStandThere() {
    Form form = form().build();

    assertThat(refused(form, Size.class, Map.of()).wanted()).isEqualTo("a whole number");
    assertThat(refused(form, Thing.class, without(form.write(BOX), "colour")).wanted())
        .isEqualTo("one of red, dark_blue");
    assertThat(refused(form, Thing.class, without(form.write(BOX), "size")).wanted()).isEmpty();
  }

  @Test
  void aFlagMayHaveToBeThere() {
    Form form = form().flagsNeeded().build();

    assertThat(refused(form, Thing.class, without(form.write(BOX), "heavy")).field())
        .isEqualTo("heavy");
    assertThat(form.read(Thing.class, without(form.write(BOX), "labels")).labels()).isEmpty();
  }

  @Test
  void aValueOfAnotherKindIsRefusedByItsFieldAndValue() {
    Form form = form().build();

    BindException wrong = refused(form, Thing.class, with(form.write(BOX), "colour", "green"));

    assertThat(wrong).hasMessage("'colour' should be one of red, dark_blue");
    assertThat(wrong.found()).isEqualTo("green");
    assertThat(refused(form, Thing.class, with(form.write(BOX), "heavy", "yes")))
        .hasMessage("'heavy' should be true or false");
    assertThat(refused(form, Thing.class, with(form.write(BOX), "labels", "a")))
        .hasMessage("'labels' should be a list");
    assertThat(refused(form, Thing.class, with(form.write(BOX), "size", 3L)))
        .hasMessage("'size' should be an object");
    List<Object> gap = new ArrayList<>(List.of("a"));
    gap.add(null);
    assertThat(refused(form, Thing.class, with(form.write(BOX), "labels", gap)))
        .hasMessage("'labels' should be a list without gaps");
  }

  @Test
  void whatATextCannotBeReadAsIsKeptAsTheCause() {
    Form form = form().build();

    assertThat(refused(form, Keyword.class, Map.of("for", "an hour")))
        .hasMessage("'for' should be a duration")
        .hasCauseInstanceOf(java.time.format.DateTimeParseException.class);
    assertThat(refused(form, Size.class, Map.of("width", "wide"))).hasNoCause();
  }

  @Test
  void numbersAreReadOfWhateverKindTheyStandIn() {
    Form form = form().build();
    Numbers numbers = new Numbers(7, 2.5, new BigDecimal("0.070"), true);

    assertThat(form.write(numbers))
        .isEqualTo(Map.of("whole", 7L, "real", 2.5, "exact", "0.070", "on", true));
    assertThat(form.read(Numbers.class, form.write(numbers))).isEqualTo(numbers);
    Map<String, Object> other =
        Map.of("whole", new BigDecimal("7"), "real", 2.5f, "exact", "0.070", "on", true);
    assertThat(form.read(Numbers.class, other)).isEqualTo(numbers);
    assertThat(form.read(Numbers.class, with(other, "whole", 7))).isEqualTo(numbers);
    for (Object no : List.of(new BigDecimal("7.5"), "7", 7.0, List.of())) {
      assertThat(refused(form, Numbers.class, with(other, "whole", no)))
          .hasMessage("'whole' should be a whole number");
    }
    for (Object no : List.of(Double.NaN, Double.POSITIVE_INFINITY, "2.5")) {
      assertThat(refused(form, Numbers.class, with(other, "real", no)))
          .hasMessage("'real' should be a number");
    }
    for (Object no : List.of("1e9", "", "1.", "-", "1,5")) {
      assertThat(refused(form, Numbers.class, with(other, "exact", no)))
          .hasMessage("'exact' should be a decimal number");
    }
  }

  @Test
  void theEndsOfARangeBelongToIt() {
    Form form =
        form()
            .as(Two.class, "first", Scalar.whole(-2, 5, "from -2 to 5"))
            .as(Numbers.class, "whole", Scalar.number(-2, 5, "from -2 to 5"))
            .as(Numbers.class, "real", Scalar.real(0, "not below 0"))
            .build();

    for (long inside : new long[] {-2, 0, 5}) {
      assertThat(form.read(Two.class, Map.of("first", inside, "second", 1L)))
          .isEqualTo(new Two((int) inside, 1));
      assertThat(form.read(Numbers.class, numbers(inside, 0.0)).whole()).isEqualTo(inside);
    }
    for (long outside : new long[] {-3, 6}) {
      assertThat(refused(form, Two.class, Map.of("first", outside, "second", 1L)))
          .hasMessage("'first' should be from -2 to 5");
      assertThat(refused(form, Numbers.class, numbers(outside, 0.0)))
          .hasMessage("'whole' should be from -2 to 5");
    }
    assertThat(refused(form, Numbers.class, numbers(0, -0.1)))
        .hasMessage("'real' should be not below 0");
  }

  private static Map<String, Object> numbers(long whole, double real) {
    return Map.of("whole", whole, "real", real, "exact", "1", "on", true);
  }

  @Test
  void whatIsAbsentMayBeWrittenAsNull() {
    assertThat(form().build().write(new Size(3, null))).containsOnlyKeys("width");
    assertThat(form().nulls().build().write(new Size(3, null))).containsEntry("height", null);
  }

  @Test
  void aComponentMayHaveAnotherNameAndAllOfThemBeNamedByARule() {
    Form form =
        form()
            .rename(Size.class, "width", "w")
            .naming(name -> name.toUpperCase(Locale.ROOT))
            .build();

    assertThat(form.write(new Size(3, 4)))
        .containsExactly(Map.entry("w", 3L), Map.entry("HEIGHT", 4L));
    assertThat(form.read(Size.class, Map.of("w", 3L, "HEIGHT", 4L))).isEqualTo(new Size(3, 4));
  }

  @Test
  void aRuleForAComponentThatIsNotThereIsAMistakeOfTheProgram() {
    Form form = form().rename(Size.class, "depth", "d").build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> form.write(new Size(3, 4)))
        .withMessage(Size.class.getName() + " has no component depth");
  }

  @Test
  void theFieldsOfARecordInsideMayStandAmongTheOthers() {
    Form form = form().spread(Thing.class, "size", "size.").build();

    Map<String, Object> written = form.write(BOX);

    assertThat(written).containsEntry("size.width", 3L).doesNotContainKeys("size", "size.height");
    assertThat(form.read(Thing.class, written)).isEqualTo(BOX);
    assertThat(form.names(Thing.class)).endsWith("size.width", "size.height");
    assertThat(refused(form, Thing.class, without(written, "size.width")))
        .hasMessage("'size.width' is missing");
  }

  @Test
  void aRecordInsideThatMayBeAbsentIsSoWhereNoneOfItsFieldsStands() {
    Form form = form().spread(Optional.class, "size", "").build();

    assertThat(form.write(new Optional(null))).isEmpty();
    assertThat(form.read(Optional.class, Map.of())).isEqualTo(new Optional(null));
    assertThat(form.read(Optional.class, Map.of("width", 3L)))
        .isEqualTo(new Optional(new Size(3, null)));
    assertThat(refused(form, Optional.class, Map.of("height", 4L)))
        .hasMessage("'width' is missing");
    Size usual = new Size(1, 1);
    assertThat(
            form()
                .spread(Optional.class, "size", "")
                .missing(Optional.class, "size", usual)
                .build()
                .read(Optional.class, Map.of()))
        .isEqualTo(new Optional(usual));
  }

  @Test
  void aFamilysMemberIsToldByItsWord() {
    Form form = form().family(Shape.class, "is").build();

    Map<String, Object> written = form.write(new RightAngle(2, 3));

    assertThat(written)
        .containsExactly(
            Map.entry("is", "right-angle"), Map.entry("side", 2L), Map.entry("other", 3L));
    assertThat(form.read(Shape.class, written)).isEqualTo(new RightAngle(2, 3));
    assertThat(form.read(Shape.class, Map.of("is", "circle", "radius", 1L)))
        .isEqualTo(new Circle(1));
    Holder holder = new Holder("h", new Circle(1));
    assertThat(form.write(holder)).containsEntry("shape", Map.of("is", "circle", "radius", 1L));
    assertThat(form.read(Holder.class, form.write(holder))).isEqualTo(holder);
  }

  @Test
  void aWordThatNoMemberHasIsRefusedWithThoseThereAre() {
    Form form = form().family(Shape.class, "is").build();

    assertThat(refused(form, Shape.class, Map.of("is", "cube")))
        .hasMessage("'is' should be one of circle, right-angle");
    assertThat(refused(form, Shape.class, Map.of("radius", 1L))).hasMessage("'is' is missing");
  }

  @Test
  void aFamilysFieldsMayStandAmongTheOthersWithAllOfTheMembersNames() {
    Form form =
        form().nulls().family(Shape.class, "is").spread(Holder.class, "shape", "s.").build();

    assertThat(form.names(Holder.class))
        .containsExactly("name", "s.is", "s.radius", "s.side", "s.other");
    Holder holder = new Holder("h", new RightAngle(2, null));
    Map<String, Object> row = form.write(holder);
    assertThat(row)
        .containsEntry("s.is", "right-angle")
        .containsEntry("s.radius", null)
        .containsEntry("s.side", 2L)
        .hasSize(5);
    assertThat(form.read(Holder.class, row)).isEqualTo(holder);
    assertThat(form.read(Holder.class, form.write(new Holder("h", null))))
        .isEqualTo(new Holder("h", null));
  }

  @Test
  void aFamilysFieldsMayHaveTheMembersWordBeforeThem() {
    Form form =
        form()
            .familyApart(Shape.class, "is", "/", new LinkedHashMap<>(Map.of("round", Circle.class)))
            .spread(Holder.class, "shape", "")
            .build();

    Map<String, Object> row = form.write(new Holder("h", new Circle(1)));

    assertThat(row).isEqualTo(Map.of("name", "h", "is", "round", "round/radius", 1L));
    assertThat(form.read(Holder.class, row)).isEqualTo(new Holder("h", new Circle(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form.write(new Holder("h", new RightAngle(1, 2))))
        .withMessageContaining("no member of the family");
  }

  @Test
  void theRecordsOfAListMayStandNumberedAmongTheOthers() {
    Form form = form().numbered(Several.class, "sizes", "size.").build();
    Several several = new Several(List.of(new Size(1, 2), new Size(3, null)));

    Map<String, Object> written = form.write(several);

    assertThat(written)
        .isEqualTo(Map.of("size.0.width", 1L, "size.0.height", 2L, "size.1.width", 3L));
    assertThat(form.read(Several.class, written)).isEqualTo(several);
    assertThat(form.read(Several.class, Map.of())).isEqualTo(new Several(List.of()));
  }

  @Test
  void theConstantsOfASetMayBeFlagsAmongTheOthers() {
    Form form = form().flags(Coloured.class, "colours", "is.").build();
    Coloured dark = new Coloured(Set.of(Colour.DARK_BLUE));

    assertThat(form.write(dark)).isEqualTo(Map.of("is.dark_blue", "true"));
    assertThat(form.read(Coloured.class, form.write(dark))).isEqualTo(dark);
  }

  @Test
  void aSetOfConstantsIsWrittenInTheirOrder() {
    Form form = form().build();
    Set<Colour> both = new java.util.LinkedHashSet<>(List.of(Colour.DARK_BLUE, Colour.RED));

    assertThat(form.write(new Coloured(both)))
        .containsEntry("colours", List.of("red", "dark_blue"));
    assertThat(form.read(Coloured.class, form.write(new Coloured(both))))
        .isEqualTo(new Coloured(both));
    assertThat(form.read(Coloured.class, Map.of())).isEqualTo(new Coloured(Set.of()));
  }

  @Test
  void aComponentMayBeGivenByWhoReadsAndIsNeverWritten() {
    Form form = form().given(Two.class, "second").given(Holder.class, "shape").build();

    assertThat(form.write(new Two(1, 2))).containsOnlyKeys("first");
    assertThat(form.read(Two.class, Map.of("first", 1L, "second", 5))).isEqualTo(new Two(1, 5));
    assertThat(refused(form, Two.class, Map.of("first", 1L))).hasMessage("'second' is missing");
    assertThat(form.read(Holder.class, Map.of("name", "h"))).isEqualTo(new Holder("h", null));
  }

  @Test
  void aComponentMayHaveAUsualValueWhereItIsNotThere() {
    Form said = form().missing(Two.class, "second", 9).build();
    Form silent = form().silent(Two.class, "second", 9).build();

    assertThat(said.read(Two.class, Map.of("first", 1L))).isEqualTo(new Two(1, 9));
    assertThat(said.write(new Two(1, 9))).containsEntry("second", 9L);
    assertThat(silent.read(Two.class, Map.of("first", 1L))).isEqualTo(new Two(1, 9));
    assertThat(silent.write(new Two(1, 9))).containsOnlyKeys("first");
    assertThat(silent.write(new Two(1, 8))).containsEntry("second", 8L);
    assertThat(silent.values(new Two(1, 9))).containsExactly(1L, null);
  }

  @Test
  void whatIsLeftOutInsideIsLeftOutAmongTheOthersToo() {
    Form form =
        form().nulls().silent(Size.class, "width", 1).spread(Optional.class, "size", "").build();

    assertThat(form.write(new Optional(new Size(1, 2)))).containsOnlyKeys("height");
    assertThat(form.values(new Optional(new Size(1, 2)))).containsExactly(null, 2L);
  }

  @Test
  void aFieldMayBeWrittenThatIsNeverRead() {
    Form form =
        form()
            .derived(Two.class, "sum", two -> two.first() + two.second())
            .derived(Two.class, "product", two -> two.first() * two.second())
            .build();

    assertThat(form.write(new Two(2, 3))).containsEntry("sum", 5).containsEntry("product", 6);
    assertThat(form.names(Two.class)).containsExactly("first", "second", "sum", "product");
    assertThat(form.read(Two.class, Map.of("first", 2L, "second", 3L, "sum", 99)))
        .isEqualTo(new Two(2, 3));
  }

  @Test
  void fieldsMayBeWrittenInAnotherOrderThatMustNameThemAll() {
    Form form = form().order(Two.class, "second first").build();
    Form fewer = form().order(Two.class, "second").build();

    assertThat(form.write(new Two(1, 2)).keySet()).containsExactly("second", "first");
    assertThat(form.read(Two.class, form.write(new Two(1, 2)))).isEqualTo(new Two(1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fewer.write(new Two(1, 2)))
        .withMessageContaining("the order lacks first");
  }

  @Test
  void aRecordMayBeTheListOfItsValues() {
    Form form = form().list(Size.class).build();
    Several several = new Several(List.of(new Size(1, null)));

    Map<String, Object> written = form.write(several);

    assertThat(written.get("sizes").toString()).isEqualTo("[[1, null]]");
    assertThat(form.read(Several.class, written)).isEqualTo(several);
    assertThat(refused(form, Several.class, Map.of("sizes", List.of(List.of(1L)))))
        .hasMessage("'sizes' should be a list of 2 values");
    assertThat(refused(form, Several.class, Map.of("sizes", List.of("1x2"))))
        .hasMessage("'sizes' should be a list of 2 values");
  }

  @Test
  void whatIsPlainAlreadyStaysAsItIs() {
    Form form = form().build();
    Anything anything = new Anything(Map.of("k", 1), "one", List.of(Colour.RED));

    assertThat(form.write(anything))
        .isEqualTo(Map.of("inside", Map.of("k", 1), "one", "one", "some", List.of("red")));
    assertThat(form.read(Anything.class, form.write(anything))).isEqualTo(anything);
  }

  @Test
  void aTypeThatNothingIsSaidOfIsAMistakeOfTheProgram() {
    record Odd(StringBuilder text) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> form().build().write(new Odd(new StringBuilder())))
        .withMessageContaining("no way to write a java.lang.StringBuilder");
  }

  @Test
  void whatARecordRefusesItselfComesThrough() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> form().build().read(Counted.class, Map.of("count", 101L)))
        .withMessage("too many");
  }

  @Test
  void fieldsMayComeFromAnywhere() {
    Map<String, Object> elsewhere = new HashMap<>(Map.of("x.width", 3L));

    Size read = form().build().read(Size.class, name -> elsewhere.get("x." + name));

    assertThat(read).isEqualTo(new Size(3, null));
  }
}
