package app.respite.coach;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.JournalReader;
import app.respite.domain.text.EditDistance;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.Names;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The platforms that a journal knows: those of tasks and payouts, and those of which a person told
 * the terms. Names that differ in case or blanks alone are one.
 */
public final class Platforms {
  private static final int OFFERED = 3;

  private final JournalReader journal;

  public Platforms(JournalReader journal) {
    this.journal = journal;
  }

  /** Every platform, by name; of one without terms the name alone is known. */
  public List<Platform> all() {
    Map<String, Platform> found = new TreeMap<>();
    Consumer<String> name =
        called -> {
          if (!Names.clean(called).isEmpty()) {
            found.putIfAbsent(Names.key(called), Platform.named(Names.clean(called)));
          }
        };
    journal.all(Platform.class).forEach(one -> found.putIfAbsent(Names.key(one.name()), one));
    journal.all(Task.class).stream().map(Task::platform).sorted().forEach(name);
    journal.all(Payout.class).stream().map(Payout::platform).sorted().forEach(name);
    return List.copyOf(found.values());
  }

  /** The platform of a name as a person typed it; empty where there is none. */
  public Optional<Platform> find(String name) {
    String key = Names.key(name);
    return all().stream().filter(one -> Names.key(one.name()).equals(key)).findFirst();
  }

  /**
   * The platform of a name.
   *
   * @throws CoachException of kind {@code WRONG} that offers the nearest names
   */
  public Platform named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new CoachException(
                    Kind.WRONG,
                    "there is no platform '"
                        + Names.clean(name)
                        + "'; "
                        + offer(name)
                        + "make it known with: respite platform set "
                        + Tasks.quoted(Names.clean(name))));
  }

  private String offer(String name) {
    List<String> near = near(name);
    return near.isEmpty() ? "" : "did you mean " + String.join(" or ", near) + "? Or ";
  }

  private List<String> near(String name) {
    record Near(String name, int distance) {}
    String wanted = Names.key(name);
    return all().stream()
        .map(one -> new Near(one.name(), EditDistance.between(wanted, Names.key(one.name()))))
        .filter(one -> one.distance() <= Math.max(2, one.name().length() / 2))
        .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
        .limit(OFFERED)
        .map(one -> "'" + one.name() + "'")
        .toList();
  }
}
