package app.respite.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One timer at a time. */
class TickerTest {
  private record Waiting(Duration length, Runnable work) {}

  private final List<Waiting> waiting = new ArrayList<>();
  private int woken;
  private final Ticker ticker =
      new Ticker((wait, work) -> waiting.add(new Waiting(wait, work)), () -> woken++);

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }

  @Test
  void askedOftenItWaitsOnce() {
    for (int i = 0; i < 100; i++) {
      ticker.wake(seconds(10), seconds(1));
    }
    assertThat(waiting).hasSize(1);
    waiting.getFirst().work().run();
    assertThat(woken).isEqualTo(1);
    ticker.wake(seconds(11), seconds(1));
    assertThat(waiting).hasSize(2);
  }

  @Test
  void anEarlierWakeUpTakesThePlaceOfALaterOne() {
    ticker.wake(seconds(10), seconds(60));
    ticker.wake(seconds(10), seconds(1));
    waiting.get(1).work().run();
    waiting.get(0).work().run();
    assertThat(woken).isEqualTo(1);
  }

  /** A machine that slept: the timer is late, and asked again it does not wait for ever. */
  @Test
  void aWakeUpThatIsOverdueIsNotWaitedFor() {
    ticker.wake(seconds(10), seconds(1));
    ticker.wake(seconds(100), seconds(1));
    assertThat(waiting).hasSize(2);
    waiting.get(0).work().run();
    waiting.get(1).work().run();
    assertThat(woken).isEqualTo(1);
  }
}
