package app.respite.desktop.any;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Sensed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adaptive look at the idle time, on a clock that a test moves. */
class PolledIdleTest {
  private long now;
  private long lastInput;
  private boolean mute;
  private int looks;
  private final List<Sensed> told = new ArrayList<>();
  private final PolledIdle idle =
      new PolledIdle(
          "the counter",
          () -> {
            looks++;
            return mute ? Optional.empty() : Optional.of(Duration.ofMillis(now - lastInput));
          });

  /** Looks when the sense wants to, until a moment; input comes every so often, 0 for none. */
  private void runUntil(long end, long every) {
    while (now < end) {
      long wake = now + idle.step(told::add).orElseThrow().toMillis();
      assertThat(wake).isGreaterThan(now);
      now = Math.min(wake, end);
      if (every > 0) {
        lastInput = now - now % every;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void handsThatMoveAreToldOfOnceAndCostOneLookPerStretch(Attention attention) {
    idle.attend(attention);
    runUntil(600_000, 100);
    assertThat(told).containsExactly(new Sensed.Hands());
    assertThat(looks).isBetween(1, (int) (600_000 / attention.still().toMillis()) * 11 / 10 + 2);
  }

  @ParameterizedTest
  @EnumSource
  void stillnessIsToldOfOnceAtItsMomentAndTheReturnWithinAQuarter(Attention attention) {
    long enough = attention.still().toMillis();
    idle.attend(attention);
    runUntil(1, 0);
    told.clear();
    lastInput = now;
    runUntil(lastInput + enough, 0);
    idle.step(told::add);
    assertThat(told).containsExactly(new Sensed.Still(attention.still()));
    runUntil(now + 10 * enough, 0);
    assertThat(told).hasSize(1);
    lastInput = now;
    runUntil(now + enough / 4 + 1, 0);
    assertThat(told).hasSize(2).last().isEqualTo(new Sensed.Hands());
  }

  @Test
  void stillHandsAreToldOfAtTheBeginning() {
    now = 3_600_000;
    idle.step(told::add);
    assertThat(told).containsExactly(new Sensed.Still(Duration.ofHours(1)));
  }

  @Test
  void moreAttentionTellsOfStillnessThatIsThereAlready() {
    idle.attend(Attention.WORKING);
    runUntil(5_000, 0);
    assertThat(told).containsExactly(new Sensed.Hands());
    idle.attend(Attention.CLOSE);
    idle.step(told::add);
    assertThat(told).containsExactly(new Sensed.Hands(), new Sensed.Still(Duration.ofSeconds(5)));
  }

  @Test
  void lessAttentionDoesNotMakeStillHandsMove() {
    idle.attend(Attention.CLOSE);
    runUntil(3_000, 0);
    idle.attend(Attention.WORKING);
    runUntil(60_000, 0);
    assertThat(told).hasSize(2).last().isInstanceOf(Sensed.Still.class);
    lastInput = now;
    runUntil(now + 3_000, 0);
    idle.step(told::add);
    assertThat(told).hasSize(3).last().isEqualTo(new Sensed.Hands());
  }

  @Test
  void aTouchJustBeforeMoreAttentionIsNotLost() {
    idle.attend(Attention.WORKING);
    now = 100_000;
    idle.step(told::add);
    lastInput = 100_100;
    now = 102_500;
    idle.attend(Attention.CLOSE);
    idle.step(told::add);
    assertThat(told)
        .containsExactly(
            new Sensed.Still(Duration.ofSeconds(100)),
            new Sensed.Hands(),
            new Sensed.Still(Duration.ofMillis(2_400)));
  }

  /** Whatever comes, what was told is never further from the truth than a look apart. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theLastWordIsTrueInAnyCourse(long seed) {
    Random random = new Random(seed);
    Attention attention = Attention.RELAXED;
    for (int i = 0; i < 2_000; i++) {
      if (random.nextInt(4) == 0) {
        attention = Attention.values()[random.nextInt(3)];
        idle.attend(attention);
      }
      int before = told.size();
      long wait = idle.step(told::add).orElseThrow().toMillis();
      boolean still = now - lastInput >= attention.still().toMillis();
      boolean said = told.getLast() instanceof Sensed.Still;
      if (still || told.size() > before) {
        assertThat(said).isEqualTo(still);
      }
      now += random.nextBoolean() ? wait : random.nextLong(1, wait + 1);
      if (random.nextInt(3) > 0) {
        lastInput = now - random.nextLong(Math.min(now - lastInput + 1, wait));
      }
    }
    for (int i = 1; i < told.size(); i++) {
      assertThat(told.get(i).getClass()).isNotEqualTo(told.get(i - 1).getClass());
    }
  }

  @Test
  void aCounterThatFallsSilentIsLostAfterThreeLooks() {
    idle.step(told::add);
    mute = true;
    assertThat(idle.step(told::add)).isPresent();
    mute = false;
    assertThat(idle.step(told::add)).isPresent();
    mute = true;
    assertThat(idle.step(told::add)).isPresent();
    assertThat(idle.step(told::add)).isPresent();
    assertThat(idle.step(told::add)).isEmpty();
    assertThat(told)
        .containsExactly(
            new Sensed.Hands(), new Sensed.Lost("the counter does not answer any more"));
  }

  @Test
  void onItsThreadItTellsAtOnceWhenAttentionAsksAndEndsWhenClosed() throws Exception {
    BlockingQueue<Sensed> heard = new LinkedBlockingQueue<>();
    BlockingQueue<Thread> lookers = new LinkedBlockingQueue<>();
    PolledIdle real =
        new PolledIdle(
            "the counter",
            () -> {
              lookers.add(Thread.currentThread());
              return Optional.of(Duration.ofSeconds(20));
            });
    real.start(heard::add);
    assertThat(heard.poll(30, TimeUnit.SECONDS)).isEqualTo(new Sensed.Hands());
    real.attend(Attention.WORKING);
    assertThat(heard.poll(30, TimeUnit.SECONDS))
        .isEqualTo(new Sensed.Still(Duration.ofSeconds(20)));
    Thread looker = lookers.take();
    assertThat(looker.isDaemon()).isTrue();
    real.close();
    looker.join(30_000);
    assertThat(looker.isAlive()).isFalse();
    real.start(heard::add);
    assertThat(heard).isEmpty();
  }
}
