package app.respite.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void aColumnIsJustAsWideAsItShouldBe() {
    assertThat(Columns.column("Boxes", 8)).isEqualTo("Boxes   ");
    assertThat(Columns.column("Polygons", 8)).isEqualTo("Polygons");
    assertThat(Columns.column("Polygons of cars", 8)).isEqualTo("Polygon…");
    assertThat(Columns.column("界界界", 8)).isEqualTo("界界界  ");
    assertThat(Columns.column("界界界界界", 8)).isEqualTo("界界界… ");
    assertThat(Columns.column("e\u0301e\u0301", 3)).isEqualTo("e\u0301e\u0301 ");
    assertThat(Columns.column("a\u001bb", 4)).isEqualTo("a?b ");
  }

  @Test
  void aTextIsBrokenBetweenWords() {
    assertThat(Columns.wrap("", 2, "one two  three", 9)).containsExactly("  one two", "  three");
    assertThat(Columns.wrap("Why: ", 2, "one two", 9)).isEqualTo(List.of("Why: one", "  two"));
    assertThat(Columns.wrap("", 0, "界界界界", 5)).containsExactly("界界", "界界");
  }
}
