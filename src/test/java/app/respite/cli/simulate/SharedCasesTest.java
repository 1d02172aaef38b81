package app.respite.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.respite.coach.InMemoryJournal;
import app.respite.coach.simulate.Simulation;
import app.respite.domain.day.Event;
import app.respite.domain.day.TimedEvent;
import app.respite.domain.setting.Preferences;
import app.respite.domain.text.EnumWords;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small days that were once judged wrong, with the values that are right (B65 to B71, B74). */
class SharedCasesTest {
  private static final Path CASES = Path.of("..", "shared", "cases");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ready-unnoticed             | start 09:40 rest 10:30 |
          end-break-early-and-work-on | start 10:02 rest 10:02 |
          natural-in-sprint           | start 09:43 rest 10:33 | natural 420 due 1
          postpone-loo                | start 09:43 rest 10:33 | natural 420 due 1
          forgotten-pause             | start 09:20 rest 10:00 | paused 10800
          auto-leave-before-the-end   |                        | natural 480 sinceRest 60 breaks 0
          ask-leave-before-the-end    |                        | natural 480 sinceRest 60 breaks 0
          dnd-flap10                  |                        | due 1
          lock-flap5                  |                        | due 1
          dnd-each-30min              |                        | due 1
          rest-59min                  |                        | break 3590 away 0 breaks 1
          rest-61min                  |                        | break 3600 away 50 breaks 1
          locked-74min-in-break       |                        | break 3600 away 890 breaks 1
          leave-in-break-answer-work  | start 11:10            | break 3600 asked 0 breaks 1
          lunch-no-stop               | start 11:51            | lastLength 300
          flow-day                    |                        | completed 2
          double-void                 |                        | void 1
          """)
  void b65ToB74EachCaseHasItsRightValues(String name, String advice, String figures)
      throws Exception {
    Path script = CASES.resolve(name + ".jsonl");
    assumeTrue(Files.exists(script), "the cases are not on this machine");
    ZoneId zone = ZoneId.of("Europe/Berlin");
    List<TimedEvent> told = new ArrayList<>();
    Simulation.run(
        ScriptFile.read(script), Preferences.DEFAULTS, zone, new InMemoryJournal(), told::add);
    assertThat(advice(told, zone)).isEqualTo(advice == null ? "" : advice);
    if (figures != null) {
      String[] words = figures.split(" ");
      for (int i = 0; i < words.length; i += 2) {
        assertThat(figure(words[i], told)).as(words[i]).isEqualTo(Long.parseLong(words[i + 1]));
      }
    }
  }

  private static String advice(List<TimedEvent> told, ZoneId zone) {
    return told.stream()
        .filter(one -> one.event() instanceof Event.Advice)
        .map(
            one ->
                EnumWords.of(((Event.Advice) one.event()).kind())
                    + " "
                    + one.at().atZone(zone).toLocalTime().toString().substring(0, 5))
        .collect(Collectors.joining(" "));
  }

  private static long figure(String name, List<TimedEvent> told) {
    Event.Summary sum = (Event.Summary) told.getLast().event();
    return switch (name) {
      case "natural" -> sum.naturalRestSeconds();
      case "paused" -> sum.pausedSeconds();
      case "sinceRest" -> sum.sinceRestSeconds();
      case "break" -> sum.breakSeconds();
      case "away" -> sum.awaySeconds();
      case "completed" -> sum.sprintsCompleted();
      case "due" -> count(told, Event.BreakDue.class);
      case "void" -> count(told, Event.BreakVoid.class);
      case "asked" -> count(told, Event.IdleAsked.class);
      case "breaks" -> count(told, Event.BreakEnded.class);
      case "lastLength" ->
          told.stream()
              .map(TimedEvent::event)
              .filter(Event.BreakDue.class::isInstance)
              .map(Event.BreakDue.class::cast)
              .toList()
              .getLast()
              .length()
              .toSeconds();
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static long count(List<TimedEvent> told, Class<? extends Event> kind) {
    return told.stream().filter(one -> kind.isInstance(one.event())).count();
  }
}
