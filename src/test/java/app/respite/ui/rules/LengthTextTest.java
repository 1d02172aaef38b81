package app.respite.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.domain.time.Durations;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthTextTest {
  private static Duration length(String text) {
    return Durations.parse(text).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "25m,25 min",
    "1h,60 min",
    "1h30m,90 min",
    "8h,8 h",
    "2d,48 h",
    "8h30m,8h30m",
    "30s,30 s",
    "90s,1m30s",
    "0s,0 s"
  })
  void whatTheFileSaysIsToldInOneUnit(String file, String told) {
    assertThat(LengthText.ofFile(file)).isEqualTo(told);
  }

  @Test
  void severalLengthsAreToldOneAfterTheOther() {
    assertThat(LengthText.ofFile("5m,10m,1h30m")).isEqualTo("5 min, 10 min, 90 min");
    assertThat(LengthText.toFile("5, 10 min,1h30m", Duration.ofMinutes(5)))
        .isEqualTo("5m,10m,1h30m");
  }

  @ParameterizedTest
  @CsvSource({
    "40,25m,40m",
    "45,30s,45s",
    "7,8h,7h",
    "40 min,25m,40m",
    "1 hour 5 minutes,25m,1h5m",
    "90 sec,30s,90s",
    "1h30m,25m,1h30m",
    "mind,25m,mind",
    "'',25m,''"
  })
  void whatIsTypedHasTheUnitThatIsUsual(String typed, String usual, String file) {
    assertThat(LengthText.toFile(typed, length(usual))).isEqualTo(file);
  }

  @ParameterizedTest
  @CsvSource({
    "25m,25m,1,30m", "25m,25m,-1,20m", "27m,25m,1,30m", "27m,25m,-1,25m", "15m,25m,-1,14m",
    "14m,25m,1,15m", "5m,5m,1,6m", "30s,30s,1,35s", "8h,8h,-1,7h30m", "90s,5m,-1,1m"
  })
  void anArrowKeyGoesToTheNextStep(String from, String usual, int direction, String to) {
    assertThat(LengthText.step(length(from), length(usual), direction)).isEqualTo(length(to));
  }
}
