package app.respite.coach.attend;

import app.respite.coach.port.Announcement;
import app.respite.coach.port.Prompting.Form;
import app.respite.coach.port.Update;
import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.Notifier;
import app.respite.coach.port.desktop.Notifier.Button;
import app.respite.coach.port.desktop.Notifier.Notice;
import app.respite.coach.port.desktop.Notifier.Urgency;
import app.respite.coach.prompt.PromptWords;
import app.respite.coach.words.IdleWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.day.Event;
import app.respite.domain.day.Input;
import app.respite.domain.day.Snapshot;
import app.respite.domain.day.Snapshot.Action;
import app.respite.domain.day.Snapshot.DueBreak;
import app.respite.domain.day.Snapshot.Mode;
import app.respite.domain.fatigue.Suggestion;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the desktop's notifications say: the prompt, its end, and the few things worth a quiet word.
 * The same is said once. One thread at a time.
 */
final class NotificationPresenter {
  private static final String PROMPT = "prompt";
  private static final String AFTER = "after";
  private static final String ADVICE = "advice";
  private static final String LIMIT = "day-limit";
  private static final String TROUBLE = "trouble";
  private static final String IDLE = "idle";
  private static final String CRASH = "recover";
  private static final Duration UNTIL_ANSWERED = Duration.ZERO;
  private static final Duration A_WHILE = Duration.ofSeconds(20);
  private static final Duration MINUTES = Duration.ofMinutes(2);
  private static final int MOST_BUTTONS = 3;
  private static final Set<Mode> UNCOUNTED = Set.of(Mode.OFF, Mode.READY, Mode.PAUSED);

  private final Notifier notifier;
  private final Map<String, Notice> shown = new LinkedHashMap<>();
  private final Map<String, DesktopAction> deeds = new HashMap<>();
  private List<Announcement> heard = List.of();
  private String trouble = "";
  private @Nullable String armed;
  private boolean skipAsked;
  private @Nullable Announced announced;

  /** A break as it was asked for with a sound: since when it is due, and how often put off. */
  private record Announced(Instant since, int postponed) {}

  NotificationPresenter(Notifier notifier) {
    this.notifier = notifier;
  }

  boolean showsButtons() {
    return notifier.showsButtons();
  }

  /**
   * Says what an update is worth.
   *
   * @param viewOnShow whether a face has said that it shows the prompt or break
   * @param faces whether a face can show the small prompt
   */
  void show(Update update, boolean viewOnShow, boolean faces, ZoneId zone) {
    prompt(update, viewOnShow, faces, zone);
    afterwards(update);
    // An update may be shown again, after a press too; what happened is said once.
    if (update.snapshot().holds().isEmpty() && !update.happened().equals(heard)) {
      heard = update.happened();
      List<Event.Advice> advised = new ArrayList<>();
      for (Event event : update.events()) {
        if (event instanceof Event.Advice advice) {
          advised.add(advice);
        } else {
          said(event, update.snapshot(), zone);
        }
      }
      advice(advised, update);
    }
    if (!update.snapshot().can().contains(Action.ANSWER_IDLE)) {
      withdraw(IDLE);
    }
    if (!update.snapshot().askRecovery()) {
      withdraw(CRASH);
    }
    if (!update.trouble().equals(trouble)) {
      trouble = update.trouble();
      if (trouble.isEmpty()) {
        withdraw(TROUBLE);
      } else {
        put(notice(TROUBLE, "Respite", trouble, List.of(), Urgency.NORMAL, UNTIL_ANSWERED));
      }
    }
  }

  private void prompt(Update update, boolean viewOnShow, boolean faces, ZoneId zone) {
    Snapshot now = update.snapshot();
    Form form = update.prompting().form();
    DueBreak due = now.due();
    if (form == Form.BREAK && !viewOnShow) {
      // No view is to come, or none has: the break runs all the same, and somebody should know.
      Duration length = now.planned();
      put(
          notice(
              PROMPT,
              "Your break runs",
              length == null ? "" : Durations.words(length) + " of rest.",
              List.of(),
              Urgency.QUIET,
              A_WHILE));
      return;
    }
    boolean wanted =
        due != null
            && switch (form) {
              case WARNING -> true;
              case SMALL -> notifier.showsButtons() || !faces;
              case VIEW -> !viewOnShow;
              case NONE, ITEM, BREAK, AFTER -> false;
            };
    if (!wanted || due == null) {
      withdraw(PROMPT);
      if (due == null) {
        armed = null;
        skipAsked = false;
        announced = null;
      }
      return;
    }
    boolean warning = form == Form.WARNING;
    if (warning && shown.containsKey(PROMPT)) {
      // Said once; its seconds are not counted down in a notification.
      return;
    }
    List<String> lines = new ArrayList<>(PromptWords.more(due, now, now.at(), zone));
    if (armed != null) {
      lines.add("Press it once more to put it off again. The time is added to the break.");
    } else if (skipAsked) {
      lines.add("You skipped the last ones. Press Skip once more if you mean it.");
    } else if (warning && lines.isEmpty() && due.kind() == BreakKind.REST) {
      lines.add(Phrases.sentence(due.reason()) + ".");
    }
    put(
        notice(
            PROMPT,
            PromptWords.title(due, now.sinceRest(), now.at()),
            String.join("\n", lines),
            warning ? List.of() : buttons(now),
            warning ? Urgency.QUIET : announcing(due),
            warning ? A_WHILE : UNTIL_ANSWERED));
  }

  /** What a hold took away comes back in silence (B68); what was put off is announced again. */
  private Urgency announcing(DueBreak due) {
    Announced asked = new Announced(due.since(), due.postponed());
    if (asked.equals(announced)) {
      return Urgency.SILENT;
    }
    announced = asked;
    return Urgency.NORMAL;
  }

  private List<Button> buttons(Snapshot now) {
    List<Button> buttons = new ArrayList<>();
    if (now.can().contains(Action.ACCEPT)) {
      buttons.add(button(PROMPT, "accept", "Take it", new Input.Accept()));
    }
    if (now.can().contains(Action.POSTPONE)) {
      for (Duration length : now.postponeChoices()) {
        String id = "postpone-" + length.toSeconds();
        String label = (id.equals(armed) ? "Again: in " : "In ") + Durations.words(length);
        buttons.add(button(PROMPT, id, label, new Input.Postpone(length)));
      }
    }
    if (now.can().contains(Action.SKIP)) {
      buttons.add(button(PROMPT, "skip", skipAsked ? "Skip, once more" : "Skip", new Input.Skip()));
    }
    return buttons;
  }

  private void afterwards(Update update) {
    Snapshot now = update.snapshot();
    if (update.prompting().form() != Form.AFTER || now.task() == null) {
      withdraw(AFTER);
      return;
    }
    put(
        notice(
            AFTER,
            "Your break is over",
            "Nothing is counted until you start.",
            List.of(
                button(
                    AFTER,
                    "start",
                    "Start " + now.task(),
                    new Input.Start(null, null, now.flow()))),
            Urgency.NORMAL,
            MINUTES));
  }

  private void said(Event event, Snapshot now, ZoneId zone) {
    switch (event) {
      case Event.DayLimit limit ->
          say(
              notice(
                  LIMIT,
                  "That is as much work as you wanted for a day",
                  "You will not be told again today.",
                  List.of(button(LIMIT, "stop", "Stop for today", new Input.Stop())),
                  Urgency.NORMAL,
                  UNTIL_ANSWERED));
      case Event.IdleAsked asked -> idle(now, zone);
      case Event.Recovered found ->
          say(
              notice(
                  CRASH,
                  "A sprint was still open",
                  found.task() + " ended without a goodbye. Unanswered, it is kept.",
                  List.of(
                      button(CRASH, "keep", "Keep", new Input.Recover(Recovery.KEEP)),
                      button(CRASH, "trim", "Trim", new Input.Recover(Recovery.TRIM)),
                      button(CRASH, "discard", "Discard", new Input.Recover(Recovery.DISCARD))),
                  Urgency.NORMAL,
                  UNTIL_ANSWERED));
      default -> {}
    }
  }

  /** What is advised at one moment is one notification, or only the last of it would be seen. */
  private void advice(List<Event.Advice> told, Update update) {
    if (told.isEmpty()) {
      return;
    }
    Set<String> sentences = new LinkedHashSet<>();
    Set<Button> buttons = new LinkedHashSet<>();
    Set<Button> kept = new LinkedHashSet<>();
    for (Event.Advice one : told) {
      Event.Advice.Kind kind = one.kind();
      String sentence = one.sentence();
      List<Button> answers = answers(kind, sentence, update.snapshot());
      sentences.add(sentence);
      buttons.addAll(answers);
      if (kind == Event.Advice.Kind.REST) {
        kept.addAll(answers);
      }
    }
    for (Button button : buttons) {
      if (kept.size() < MOST_BUTTONS) {
        kept.add(button);
      }
    }
    say(
        notice(
            ADVICE,
            told.getFirst().sentence(),
            sentences.stream().skip(1).collect(Collectors.joining("\n")),
            buttons.stream().filter(kept::contains).toList(),
            Urgency.QUIET,
            A_WHILE));
  }

  private List<Button> answers(Event.Advice.Kind kind, String sentence, Snapshot now) {
    Suggestion suggested = now.suggestion();
    if (kind == Event.Advice.Kind.START && now.task() != null) {
      Button fromHere =
          now.can().contains(Action.RESUME)
              ? button(ADVICE, "resume", "Resume", new Input.Resume())
              : button(
                  ADVICE, "start", "Start " + now.task(), new Input.Start(null, null, now.flow()));
      Input.Start counting = now.counting();
      return counting == null
          ? List.of(fromHere)
          : List.of(button(ADVICE, "count", Phrases.COUNT_THESE, counting), fromHere);
    }
    if (kind == Event.Advice.Kind.REST && UNCOUNTED.contains(now.state())) {
      return List.of(button(ADVICE, "break", "Rest now", new Input.TakeBreak(null)));
    }
    if (kind == Event.Advice.Kind.EVENING) {
      deeds.put(ADVICE + "/review", new DesktopAction.OpenWindow("review"));
      return List.of(new Button("review", "See your day"));
    }
    if (suggested != null && suggested.sentence().equals(sentence)) {
      return List.of(
          button(ADVICE, "take", Phrases.taking(suggested, null), new Input.TakeSuggestion()),
          button(ADVICE, "dismiss", "Not today", new Input.DismissSuggestion()));
    }
    return List.of();
  }

  private void idle(Snapshot now, ZoneId zone) {
    Snapshot.IdleQuestion asked = now.askIdle();
    if (asked == null) {
      return;
    }
    say(
        notice(
            IDLE,
            IdleWords.title(asked, zone),
            IdleWords.WHY,
            IdleWords.choices(asked).stream()
                .map(choice -> button(IDLE, choice.id(), choice.label(), choice.command()))
                .toList(),
            Urgency.NORMAL,
            MINUTES));
  }

  private Button button(String notice, String id, String label, Input.Command command) {
    deeds.put(notice + "/" + id, DesktopAction.Command.of(command));
    return new Button(id, label);
  }

  private static Notice notice(
      String id,
      String title,
      String body,
      List<Button> buttons,
      Urgency urgency,
      Duration timeout) {
    return new Notice(id, title, body, buttons, urgency, timeout);
  }

  /** A title tells minutes; that alone is no reason to step in again after it was put away. */
  private void put(Notice notice) {
    Notice before = shown.get(notice.id());
    if (before == null
        || !before.body().equals(notice.body())
        || !before.buttons().equals(notice.buttons())
        || (notice.body().isEmpty() && !before.title().equals(notice.title()))) {
      shown.put(notice.id(), notice);
      notifier.show(notice);
    }
  }

  /** What has just happened is news, even in the words of another day. */
  private void say(Notice notice) {
    shown.put(notice.id(), notice);
    notifier.show(notice);
  }

  private void withdraw(String id) {
    if (shown.remove(id) != null) {
      notifier.withdraw(id);
    }
  }

  /**
   * A button was pressed: what it does now. The second postponement and a gated skip ask for one
   * more press; the first skip of those goes to the coach, which gates it.
   */
  Optional<DesktopAction> pressed(String notice, String button, Snapshot now) {
    withdraw(notice);
    if (button.equals("default")) {
      return Optional.of(new DesktopAction.OpenWindow(""));
    }
    DesktopAction deed = deeds.get(notice + "/" + button);
    DueBreak due = now.due();
    if (!notice.equals(PROMPT) || due == null) {
      return Optional.ofNullable(deed);
    }
    boolean postpones = button.startsWith("postpone-");
    if (postpones && due.postponed() >= 1 && !button.equals(armed)) {
      armed = button;
      skipAsked = false;
      return Optional.empty();
    }
    skipAsked = button.equals("skip") && due.skipGated();
    armed = null;
    return Optional.ofNullable(deed);
  }

  void close() {
    List.copyOf(shown.keySet()).forEach(this::withdraw);
    notifier.close();
  }
}
