package app.respite.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneDayTest {
  private final SettingType.OneDay type = new SettingType.OneDay();

  @Test
  void aDayOrNothingIsReadBackAsItWasWritten() throws BadValue {
    Optional<LocalDate> day = Optional.of(LocalDate.parse("2026-03-02"));
    assertThat(type.format(day)).isEqualTo("2026-03-02");
    assertThat(type.parse(" 2026-03-02 ")).isEqualTo(day);
    assertThat(type.format(Optional.empty())).isEmpty();
    assertThat(type.parse("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2.3.2026", "today"})
  void anythingElseIsRefusedWithWhatIsAllowed(String text) {
    assertThatThrownBy(() -> type.parse(text))
        .isInstanceOf(BadValue.class)
        .hasMessageContaining("2026-03-02");
  }
}
