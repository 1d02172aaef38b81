package app.respite.coach.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.respite.bind.BindException;
import app.respite.domain.work.JournalRecord.BreakKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How an answer of the coach is read, field by field, and what is said of one that is none. */
class FieldsTest {
  private static final Fields NONE = new Fields(Map.of());

  private static void wrong(ThrowingCallable reads, String said) {
    assertThatExceptionOfType(CoachException.class)
        .isThrownBy(reads)
        .matches(refused -> refused.kind() == CoachException.Kind.WRONG)
        .withMessage(said);
  }

  private static Fields with(Object value) {
    return new Fields(Map.of("it", value));
  }

  @Test
  void whatIsAbsentIsEmptyOrOff() {
    assertThat(NONE.text("it")).isEmpty();
    assertThat(NONE.textOrNull("it")).isNull();
    assertThat(NONE.flag("it")).isFalse();
    assertThat(NONE.numberOrNull("it")).isNull();
    assertThat(NONE.choiceOrNull("it", BreakKind.class)).isNull();
    assertThat(NONE.objectOrNull("it")).isNull();
    assertThat(NONE.object("it")).isEqualTo(NONE);
    assertThat(NONE.list("it")).isEmpty();
    assertThat(NONE.texts("it")).isEmpty();
    assertThat(NONE.objects("it")).isEmpty();
  }

  @Test
  void whatIsThereIsReadAsItIs() {
    assertThat(with("a").text("it")).isEqualTo("a");
    assertThat(with(true).flag("it")).isTrue();
    assertThat(with(false).flag("it")).isFalse();
    assertThat(with(7).number("it")).isEqualTo(7);
    assertThat(with(1L << 40).number("it")).isEqualTo(1L << 40);
    assertThat(with("rest").choiceOrNull("it", BreakKind.class)).isEqualTo(BreakKind.REST);
    assertThat(with("2026-03-02T10:00:00+01:00").instant("it"))
        .isEqualTo(with(Instant.parse("2026-03-02T09:00:00Z")).instant("it"))
        .isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
    assertThat(with(Map.of("in", 1)).object("it")).isEqualTo(new Fields(Map.of("in", 1)));
    assertThat(with(List.of(1, "b")).list("it")).containsExactly(1, "b");
    assertThat(with(List.of(1, "b")).texts("it")).containsExactly("1", "b");
    assertThat(with(List.of(Map.of("in", 1))).objects("it"))
        .containsExactly(new Fields(Map.of("in", 1)));
  }

  @Test
  void whatIsOfAnotherKindIsNamedWithWhatItShouldBe() {
    wrong(() -> with("yes").flag("it"), "'it' should be true or false");
    wrong(() -> with("7").number("it"), "'it' should be a whole number");
    wrong(() -> NONE.number("it"), "'it' should be a whole number");
    wrong(() -> with("noon").instant("it"), "'it' should be an instant: 'noon'");
    wrong(() -> NONE.instant("it"), "'it' should be an instant");
    wrong(() -> with(1).object("it"), "'it' should be an object");
    wrong(() -> with(1).list("it"), "'it' should be a list");
    wrong(() -> with(List.of(1)).objects("it"), "'it' should be a list of objects");
    wrong(
        () -> with("nap").choiceOrNull("it", BreakKind.class),
        "'it' should be one of short, long, rest, natural");
  }

  @Test
  void whatARecordCannotHaveIsSaidWithTheValueWhereThatIsShort() {
    assertThat(Fields.wrong(new BindException("it", "a whole number", "x")))
        .hasMessage("'it' should be a whole number: 'x'");
    assertThat(Fields.wrong(new BindException("it", "a whole number", null)))
        .hasMessage("'it' should be a whole number");
    assertThat(Fields.wrong(new BindException("it", null, null))).hasMessage("'it' is missing");
    assertThat(Fields.wrong(new BindException("it", "a text", List.of(1))))
        .hasMessage("'it' should be a text");
    assertThat(Fields.wrong(new BindException("it", "a text", Map.of())))
        .hasMessage("'it' should be a text");
  }
}
