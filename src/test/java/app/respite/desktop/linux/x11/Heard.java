package app.respite.desktop.linux.x11;

import app.respite.coach.port.desktop.Sensed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps what a sense told, in order. */
public final class Heard implements Consumer<Sensed> {
  private final List<Sensed> all = new CopyOnWriteArrayList<>();

  @Override
  public void accept(Sensed sensed) {
    all.add(sensed);
  }

  public List<Sensed> all() {
    return List.copyOf(all);
  }

  public Sensed last() {
    return all.isEmpty() ? new Sensed.Present(false) : all.getLast();
  }

  public boolean endsWith(Class<? extends Sensed> kind) {
    return kind.isInstance(last());
  }

  public long count(Class<? extends Sensed> kind) {
    return all.stream().filter(kind::isInstance).count();
  }

  /** Whether nothing was told twice in a row, whatever the figures with it. */
  public boolean alternates() {
    for (int i = 1; i < all.size(); i++) {
      if (all.get(i).getClass() == all.get(i - 1).getClass()) {
        return false;
      }
    }
    return true;
  }

  /** How long the hands were still when that was told last. */
  public Duration still() {
    return all.stream()
        .filter(Sensed.Still.class::isInstance)
        .map(sensed -> ((Sensed.Still) sensed).since())
        .reduce(Duration.ZERO, (before, after) -> after);
  }
}
