package app.respite.coach.simulate;

import app.respite.coach.CoachCore;
import app.respite.coach.InMemoryJournal;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.day.course.CourseOfDay;
import app.respite.domain.day.course.DayState;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A script walked through the simulation, looked at after each line and, where asked for, at random
 * moments between the lines.
 */
final class Walk {
  /** What is done at the moments between the lines. */
  enum Between {
    /** Nothing; there are none. */
    NOTHING,
    /** The coach is looked at, and nothing told to it. */
    LOOK,
    /** The coach is told that time went on. */
    TICK,
    /** The program ends in good order and is started again, once. */
    RESTART
  }

  /**
   * The coach at one moment.
   *
   * @param line index of the line it follows
   * @param told how many events were told before it
   * @param spans all that is booked, what is open included, in order
   */
  record Look(
      int line,
      int told,
      Instant at,
      DayState state,
      Snapshot snapshot,
      List<Span> spans,
      @Nullable Instant deadline) {}

  final List<Map<String, Object>> lines;
  final List<TimedEvent> told = new ArrayList<>();

  final List<Look> looks = new ArrayList<>();
  final InMemoryJournal journal = new InMemoryJournal();
  private final Simulation simulation;

  /** Whether the program ran at the end. */
  boolean alive;

  private Walk(List<Map<String, Object>> lines, ZoneId zone) {
    this.lines = lines;
    this.simulation =
        Simulation.begin(
            RandomScript.script(lines), Preferences.DEFAULTS, zone, journal, told::add);
  }

  /** Only runs it. */
  static Walk of(List<Map<String, Object>> lines, ZoneId zone) {
    return of(lines, zone, Between.NOTHING, 0, 0);
  }

  /** Runs it, with moments between the lines chosen by a seed. */
  static Walk of(
      List<Map<String, Object>> lines, ZoneId zone, Between between, int moments, long seed) {
    Walk walk = new Walk(lines, zone);
    Script script = RandomScript.script(lines);
    Instant first = script.lines().getFirst().at();
    long length = Duration.between(first, script.lines().getLast().at()).toSeconds();
    Random random = new Random(seed);
    List<Instant> stops = new ArrayList<>();
    for (int i = 0; i < moments; i++) {
      if (random.nextBoolean()) {
        stops.add(first.plusSeconds(random.nextLong(length + 1)));
      } else {
        // Long scripts are long because of a few lines: look near lines, too.
        Instant line = script.lines().get(random.nextInt(script.lines().size())).at();
        stops.add(line.plusSeconds(random.nextInt(900)));
      }
    }
    stops.sort(Comparator.naturalOrder());
    for (int i = 0; i < script.lines().size(); i++) {
      Script.Line line = script.lines().get(i);
      while (!stops.isEmpty() && stops.getFirst().isBefore(line.at())) {
        walk.stop(stops.removeFirst(), between, i - 1);
      }
      if (between == Between.LOOK && line.verb().equals("kill") && !walk.simulation.out()) {
        walk.simulation.advanceTo(line.at());
        walk.look(i - 1);
      }
      walk.simulation.play(line);
      if (between == Between.LOOK) {
        walk.look(i);
      }
    }
    walk.simulation.finish();
    walk.alive = walk.simulation.core() != null;
    return walk;
  }

  private void stop(Instant at, Between between, int line) {
    if (simulation.out()) {
      return;
    }
    simulation.advanceTo(at);
    switch (between) {
      case NOTHING -> {}
      case LOOK -> look(line);
      case TICK -> simulation.nudge(new Input.Tick());
      case RESTART -> simulation.restart();
    }
  }

  private void look(int line) {
    CoachCore core = simulation.core();
    if (core == null || simulation.out()) {
      return;
    }
    Instant at = core.at(simulation.reading());
    List<Span> spans = new ArrayList<>(journal.all(Span.class));
    for (Span open : CourseOfDay.openSpans(core.state(), at)) {
      spans.removeIf(span -> span.id().equals(open.id()));
      spans.add(open);
    }
    spans.sort(Comparator.comparing(Span::start));
    looks.add(
        new Look(
            line,
            told.size(),
            at,
            core.state(),
            core.snapshot(simulation.reading()),
            spans,
            core.nextDeadline().orElse(null)));
  }

  Event.Summary summary() {
    return (Event.Summary) told.getLast().event();
  }

  String verb(int line) {
    return String.valueOf(lines.get(line).get("do"));
  }
}
