package app.respite.coach.port;

import app.respite.bind.BindException;
import app.respite.bind.Form;
import app.respite.bind.FormBuilder;
import app.respite.bind.Scalar;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.AnswerIdle;
import app.respite.domain.day.Input.CheckIn;
import app.respite.domain.text.EnumWords;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.IdleAnswer;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Commands as plain values, as they stand in a script's line and in a message on the socket: {@code
 * do} and its fields (docs/contract.md). Tasks go by name. Fields that are not known are passed
 * over.
 */
public final class CommandFields {
  private static final String VERB = "do";
  private static final int MOST_ITEMS = 100_000;
  private static final Duration LONGEST = Duration.ofDays(31);
  private static final Duration CLAIMED = Duration.ofHours(1);

  /** Verbs that are not the name of their command. */
  private static final Map<Class<?>, String> VERBS =
      Map.of(
          Input.SwitchTask.class, "switch",
          Input.TakeBreak.class, "break",
          Input.Items.class, "item",
          Input.TakeSuggestion.class, "take",
          Input.DismissSuggestion.class, "dismiss");

  private static final Form FORM = form();

  private CommandFields() {}

  /** A message that is no command; says what is wrong and what is allowed. */
  public static final class BadCommand extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public BadCommand(String message) {
      super(message);
    }
  }

  private static Form form() {
    FormBuilder form =
        Form.builder(EnumWords::of)
            .family(
                Input.Command.class,
                VERB,
                command -> VERBS.getOrDefault(command, Form.word(command)))
            .scalar(
                Duration.class,
                new Scalar<>(
                    "a length of time such as PT25M or 25m, longer than nothing and at most 31"
                        + " days",
                    Duration::toString,
                    plain -> plain instanceof String text ? length(text) : null))
            .scalar(
                Instant.class,
                Scalar.text(
                    "an instant with its offset, such as 2026-03-02T09:40:00+01:00",
                    Instant::toString,
                    text -> OffsetDateTime.parse(text).toInstant()))
            .scalar(
                Task.class,
                new Scalar<>(
                    "the name of a task",
                    Task::name,
                    plain ->
                        plain instanceof String name && !name.isBlank()
                            ? Task.named(new UUID(0, 0), name)
                            : null))
            .scalar(
                String.class,
                new Scalar<>(
                    "a text",
                    text -> text,
                    plain -> plain instanceof String text ? PlainText.line(text) : null))
            .silent(Input.Start.class, "flow", false)
            .silent(Input.EndBreak.class, "emergency", false)
            .silent(Input.Quiet.class, "untilMorning", false)
            .silent(Input.Quiet.class, "off", false)
            .silent(Input.Meeting.class, "off", false)
            .silent(CheckIn.class, "before", false)
            .as(CheckIn.class, "fatigue", count(0, 10))
            .as(CheckIn.class, "effort", count(0, 10))
            .as(CheckIn.class, "items", count(0, MOST_ITEMS))
            .as(CheckIn.class, "rejected", count(0, MOST_ITEMS))
            .as(CheckIn.class, "burnout", count(1, 5))
            .as(Input.Items.class, "n", count(-MOST_ITEMS, MOST_ITEMS))
            .missing(Input.Items.class, "n", 1)
            .missing(Input.Claim.class, "length", CLAIMED)
            .rename(Input.SkipQuestion.class, "which", "question");
    for (Class<?> lasting : Input.Command.class.getPermittedSubclasses()) {
      Class<? extends Record> command = lasting.asSubclass(Record.class);
      if (Form.components(command).contains("length")) {
        form.rename(command, "length", "for");
      }
    }
    return form.build();
  }

  private static Scalar<Integer> count(int least, int most) {
    return Scalar.whole(least, most, "a whole number from " + least + " to " + most);
  }

  private static @Nullable Duration length(String text) {
    return Durations.parse(text)
        .filter(length -> !length.isZero() && length.compareTo(LONGEST) <= 0)
        .orElse(null);
  }

  /**
   * The fields of a command, {@code do} first, so that {@link #read} gives it again; what is null
   * is left out.
   */
  public static Map<String, @Nullable Object> of(Input.Command command) {
    Map<String, @Nullable Object> fields = FORM.write((Record) command);
    if (command instanceof AnswerIdle(IdleAnswer as, var rest) && as == IdleAnswer.SPLIT) {
      fields.remove("as");
    }
    return fields;
  }

  /**
   * Reads a command from its fields. Of its task no more than the name is known.
   *
   * @throws BadCommand where the verb or a field is unknown or out of range
   */
  public static Input.Command read(Map<String, ? extends @Nullable Object> fields)
      throws BadCommand {
    Object verb = fields.get(VERB);
    Map<String, @Nullable Object> told = new LinkedHashMap<>(fields);
    if ("answer-idle".equals(verb)) {
      completeAnswer(told);
    }
    try {
      return FORM.read(Input.Command.class, told);
    } catch (BindException wrong) {
      throw new BadCommand(said(wrong, String.valueOf(verb)));
    }
  }

  /** What is split needs no other word for it, and can have none. */
  private static void completeAnswer(Map<String, @Nullable Object> told) throws BadCommand {
    if (told.get("rest") != null) {
      told.put("as", EnumWords.of(IdleAnswer.SPLIT));
    } else if (told.get("as") == null) {
      throw new BadCommand(
          "answer-idle needs \"as\": rest, work or discard, or \"rest\": a length");
    } else if (EnumWords.of(IdleAnswer.SPLIT).equals(told.get("as"))) {
      throw new BadCommand("a split needs \"rest\": the length of its first part");
    }
  }

  private static String said(BindException wrong, String verb) {
    if (wrong.found() == null) {
      return wrong.field().equals(VERB)
          ? "\"do\" is missing"
          : verb + " needs \"" + wrong.field() + "\": " + wrong.wanted();
    }
    if (wrong.field().equals(VERB)) {
      return "unknown verb \"" + verb + "\"";
    }
    return wrong.wanted().startsWith("one of ")
        ? "\"" + wrong.field() + "\": unknown \"" + wrong.found() + "\""
        : "\"" + wrong.field() + "\" must be " + wrong.wanted();
  }
}
