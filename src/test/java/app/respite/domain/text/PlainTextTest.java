package app.respite.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PlainTextTest {
  private static final int RUNS = 3000;
  private static final String ESCAPE = "Bo\u001b[31mxes";

  private static final List<UnaryOperator<String>> FORMS =
      List.of(
          PlainText::without,
          PlainText::line,
          PlainText::lines,
          PlainText::marked,
          PlainText::escaped);

  @Test
  void eachFormPutsSomethingElseInItsPlace() {
    // the text, without, line, marked, escaped
    String[][] table = {
      {"Boxes", "Boxes", "Boxes", "Boxes", "Boxes"},
      {ESCAPE, "Bo[31mxes", "Bo [31mxes", "Bo?[31mxes", "Bo\\u001b[31mxes"},
      {"a\n b", "a b", "a b", "a? b", "a\\u000a b"},
      {"ab \r\n\t c", "ab  c", "ab c", "ab ??? c", "ab \\u000d\\u000a\\u0009 c"},
      {"x\u202ey", "xy", "x y", "x?y", "x\\u202ey"},
      {"half \ud83d", "half ", "half", "half ?", "half \\ud83d"},
      {"\ufeffé\u200d😀", "é\u200d😀", "é\u200d😀", "?é\u200d😀", "\\ufeffé\u200d😀"},
    };
    for (String[] row : table) {
      assertThat(PlainText.without(row[0])).isEqualTo(row[1]);
      assertThat(PlainText.line(row[0])).isEqualTo(row[2]);
      assertThat(PlainText.marked(row[0])).isEqualTo(row[3]);
      assertThat(PlainText.escaped(row[0])).isEqualTo(row[4]);
    }
  }

  @Test
  void neighboursOfWhatIsHarmfulAreNot() {
    assertThat(
            PlainText.isPlain("Boxes \u007e\u00a0\u2027\u202f\u2065\u2070\ufefe\ufff8\ufffc\ufffd"))
        .isTrue();
    for (int c : new int[] {0x1f, 0x7f, 0x9f, 0x206a, 0x206f, 0xfff9, 0xfffb}) {
      assertThat(PlainText.isHarmful(c)).as("U+%04X", c).isTrue();
    }
  }

  @Test
  void linesKeepTheirEnds() {
    assertThat(PlainText.lines("one\ntwo\t3\r\n" + ESCAPE + "\u2066"))
        .isEqualTo("one\ntwo\t3\r\nBo[31mxes");
    assertThat(PlainText.lines("one\u2028two\u0085three\f")).isEqualTo("one\ntwo\nthree\n");
  }

  @Test
  void blanksStayWhereNothingHarmfulWas() {
    assertThat(PlainText.line("  two  words ")).isEqualTo("two  words");
    assertThat(PlainText.line("two  words,\n  more")).isEqualTo("two  words, more");
    assertThat(PlainText.line("\n\u202e\t")).isEmpty();
  }

  /** What is harmful by Java's own tables of characters, each alone and within a text. */
  @Test
  void b88NoHarmfulCharacterOfAnyKindLeavesAnyForm() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (steers(c)) {
        String alone = Character.toString(c);
        for (UnaryOperator<String> form : FORMS) {
          assertHarmless(form, alone);
          assertHarmless(form, "a" + alone + "b " + alone);
        }
        assertThat(PlainText.isPlain("a" + alone)).as("U+%04X", c).isFalse();
      } else if (Character.isLetterOrDigit(c) || c == 0x200c || c == 0x200d) {
        assertThat(PlainText.isHarmful(c)).as("U+%04X", c).isFalse();
      }
    }
  }

  @Test
  void randomTextsComeOutHarmlessAndTheSameAgain() {
    for (int seed = 0; seed < RUNS; seed++) {
      String text = text(new Random(seed));
      for (UnaryOperator<String> form : FORMS) {
        assertHarmless(form, text);
        String once = form.apply(text);
        assertThat(form.apply(once)).as("seed %d", seed).isEqualTo(once);
      }
      assertThat(PlainText.line(text)).doesNotContain("\n", "\r", "\t");
    }
  }

  private static void assertHarmless(UnaryOperator<String> form, String text) {
    String shown = form.apply(text);
    boolean several = form == FORMS.get(2);
    assertThat(shown.codePoints())
        .as("of %s", PlainText.escaped(text))
        .noneMatch(c -> steers(c) && !(several && (c == '\n' || c == '\r' || c == '\t')));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(0x300));
        case 1 -> text.append((char) (0x2000 + random.nextInt(0x80)));
        case 2 -> text.append((char) random.nextInt(0x10000));
        default -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }

  /** By category and direction, not by the ranges of the class under test. */
  private static boolean steers(int c) {
    int type = Character.getType(c);
    boolean breaks =
        type == Character.CONTROL
            || type == Character.LINE_SEPARATOR
            || type == Character.PARAGRAPH_SEPARATOR
            || type == Character.SURROGATE;
    boolean turns =
        Set.of(
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE,
                Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE)
            .contains(Character.getDirectionality(c));
    boolean marks =
        type == Character.FORMAT
            && switch (Character.UnicodeBlock.of(c).toString()) {
              case "ARABIC" -> c == 0x061c;
              case "SPECIALS", "ARABIC_PRESENTATION_FORMS_B" -> true;
              default -> c == 0x200e || c == 0x200f;
            };
    return breaks || turns || marks;
  }
}
