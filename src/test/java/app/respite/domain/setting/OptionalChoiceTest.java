package app.respite.domain.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.domain.money.TaxCalendar;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionalChoiceTest {
  private final SettingType.OptionalChoice<TaxCalendar> type =
      new SettingType.OptionalChoice<>(TaxCalendar.class);

  @Test
  void aChoiceOrNothingIsReadBackAsItWasWritten() throws BadValue {
    assertThat(type.format(Optional.of(TaxCalendar.US))).isEqualTo("us");
    assertThat(type.parse(" US ")).contains(TaxCalendar.US);
    assertThat(type.format(Optional.empty())).isEmpty();
    assertThat(type.parse("")).isEmpty();
  }

  @Test
  void anythingElseIsRefusedWithWhatIsAllowed() {
    assertThatThrownBy(() -> type.parse("uk"))
        .isInstanceOf(BadValue.class)
        .hasMessage("nothing, or us");
  }
}
