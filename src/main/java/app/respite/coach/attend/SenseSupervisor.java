package app.respite.coach.attend;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Attention;
import app.respite.coach.port.desktop.Candidate;
import app.respite.coach.port.desktop.PortKind;
import app.respite.coach.port.desktop.Sense;
import app.respite.coach.port.desktop.Sensed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One kind of sense: the first candidate that works is used; while there is none, or after it was
 * lost, what the sense would tell is taken as not so, and the candidates are asked again now and
 * then, for a panel or a service may come late. One thread at a time.
 */
final class SenseSupervisor {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30));

  private final PortKind kind;
  private final List<Candidate<Sense>> candidates;
  private final Sensed without;
  private final Consumer<Sensed> coach;
  private final Consumer<Runnable> later;
  private final Consumer<String> log;
  private @Nullable Sense sense;
  private Attention attention = Attention.RELAXED;
  private int tries;
  private int chosen;
  private @Nullable Duration triedAt;
  private boolean closed;

  /**
   * One that has not begun.
   *
   * @param without what holds where no candidate works
   * @param coach hears what is sensed
   * @param later runs work on the presenter's thread
   */
  SenseSupervisor(
      PortKind kind,
      List<Candidate<Sense>> candidates,
      Sensed without,
      Consumer<Sensed> coach,
      Consumer<Runnable> later,
      Consumer<String> log) {
    this.kind = kind;
    this.candidates = candidates;
    this.without = without;
    this.coach = coach;
    this.later = later;
    this.log = log;
  }

  /** Chooses a candidate if there is none and it is time to; {@code now} is a monotonic clock. */
  void tend(Duration now) {
    boolean hopeless = candidates.isEmpty() && tries > 0;
    if (sense != null || closed || hopeless || !due(now)) {
      return;
    }
    triedAt = now;
    tries++;
    List<String> reasons = new ArrayList<>();
    for (Candidate<Sense> candidate : candidates) {
      switch (candidate.probe()) {
        case Answer.Works<Sense>(Sense found, String note) -> {
          begin(candidate.name(), found);
          return;
        }
        case Answer.Missing<Sense>(String why, String remedy) ->
            reasons.add(candidate.name() + ": " + why);
      }
    }
    if (tries == 1) {
      log.accept(kind.title() + ": none here (" + String.join("; ", reasons) + ")");
      coach.accept(without);
    }
  }

  private boolean due(Duration now) {
    if (triedAt == null) {
      return true;
    }
    Duration pause = PAUSES.get(Math.min(tries, PAUSES.size()) - 1);
    return now.minus(triedAt).compareTo(pause) >= 0;
  }

  private void begin(String name, Sense found) {
    sense = found;
    log.accept(kind.title() + ": " + name);
    if (kind == PortKind.IDLE) {
      coach.accept(new Sensed.Present(true));
    }
    chosen++;
    int which = chosen;
    found.start(
        sensed -> {
          if (sensed instanceof Sensed.Lost(String why)) {
            later.accept(() -> lost(which, found, why));
          } else {
            coach.accept(sensed);
          }
        });
    found.attend(attention);
  }

  private void lost(int which, Sense gone, String why) {
    if (which != chosen || sense == null) {
      return;
    }
    log.accept(kind.title() + " is lost: " + why);
    sense = null;
    tries = 1;
    gone.close();
    if (!closed) {
      coach.accept(without);
    }
  }

  void attend(Attention wanted) {
    if (wanted != attention) {
      attention = wanted;
      if (sense != null) {
        sense.attend(wanted);
      }
    }
  }

  void look() {
    if (sense != null) {
      sense.look();
    }
  }

  void close() {
    closed = true;
    if (sense != null) {
      sense.close();
      sense = null;
    }
  }
}
