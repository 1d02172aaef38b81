package app.respite.desktop.linux.tray;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.desktop.linux.bus.Bus;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoBusTest {
  @Test
  void withoutABusThereIsNoTrayAndItIsSaidWhy() {
    try (Bus bus = Bus.session(Map.of())) {
      assertThat(new StatusNotifier(bus, Map.of()).probe())
          .isEqualTo(
              new Answer.Missing<>(
                  "no session bus, DBUS_SESSION_BUS_ADDRESS is not set",
                  "start Respite from within a desktop session"));
    }
  }
}
