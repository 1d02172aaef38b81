package app.respite.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "boxes,boxes,0",
    "boxs,boxes,1",
    "boxess,boxes,1",
    "bexes,boxes,1",
    "boxse,boxes,1",
    "sprint.lenght,sprint.length,1",
    "'',abc,3",
    "kitten,sitting,3"
  })
  void countsLettersToAddDropChangeOrSwap(String typed, String known, int distance) {
    assertThat(EditDistance.between(typed, known)).isEqualTo(distance);
    assertThat(EditDistance.between(known, typed)).isEqualTo(distance);
  }
}
