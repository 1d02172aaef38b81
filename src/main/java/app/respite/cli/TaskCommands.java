package app.respite.cli;

import app.respite.coach.TaskMerge;
import app.respite.coach.TaskStanding;
import app.respite.coach.Tasks;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.RecordFields;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.typed.Amounts;
import app.respite.coach.words.PayWords;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.money.PayRates;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.text.PlainText;
import app.respite.domain.time.Durations;
import app.respite.domain.work.JournalRecord.Money;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gig tasks: add, edit, list, archive. */
final class TaskCommands {
  private TaskCommands() {}

  @Command(
      description = "Your gig tasks.",
      subcommands = {Add.class, Edit.class, ListAll.class, Archive.class, Merge.class})
  static final class TaskCommand extends BaseCommand {
    @Override
    public Integer call() {
      throw wrong("say what to do: respite task add|edit|list|archive");
    }
  }

  /** What can be said of a task. */
  static final class Details {
    @Option(names = "--platform", paramLabel = "P", description = "Where the work comes from.")
    @Nullable String platform;

    @Option(names = "--work", paramLabel = "KIND", description = "Kind of work, such as boxes.")
    @Nullable String work;

    @Option(
        names = "--pay",
        paramLabel = "hour|item|none",
        description = "What is paid: the hour, the accepted item, or nothing.")
    @Nullable String pay;

    @Option(names = "--amount", paramLabel = "12.50", description = "How much.")
    @Nullable String amount;

    @Option(names = "--currency", paramLabel = "USD", description = "Three letters (ISO 4217).")
    @Nullable String currency;

    @Option(names = "--target", paramLabel = "N", description = "Items to be done; 0 for none.")
    @Nullable Integer target;

    @Option(names = "--deadline", paramLabel = "WHEN", description = "A day or moment, or none.")
    @Nullable String deadline;

    @Option(
        names = "--hours-cap",
        paramLabel = "20h",
        description = "Work a week the platform allows, or none.")
    @Nullable String hoursCap;

    @Option(
        names = "--passive",
        negatable = true,
        description = "Work without input, such as listening.")
    @Nullable Boolean passive;

    @Option(
        names = "--heavy",
        negatable = true,
        description = "Burdening content; exposure is counted apart.")
    @Nullable Boolean heavy;

    @Option(
        names = "--set",
        paramLabel = "KEY=VALUE",
        description = "A rule of its own, such as sprint.length=50m; an empty value takes it back.")
    Map<String, String> rules = new LinkedHashMap<>();

    Task applied(BaseCommand call, Task to) {
      Instant until = to.deadline();
      if (deadline != null) {
        until = deadline.equals("none") ? null : call.moments().deadline(deadline);
      }
      Duration cap = to.hoursCap();
      if (hoursCap != null) {
        cap = hoursCap.equals("none") ? null : week(hoursCap);
      }
      Integer items = to.target();
      if (target != null) {
        if (target < 0 || target > 10_000_000) {
          throw BaseCommand.wrong("--target takes a whole number from 0 to 10000000");
        }
        items = target == 0 ? null : target;
      }
      return new Task(
          to.id(),
          to.name(),
          text("--platform", platform, to.platform()),
          text("--work", work, to.work()),
          paid(to.pay()),
          items,
          until,
          cap,
          passive == null ? to.passive() : passive,
          heavy == null ? to.heavy() : heavy,
          to.archived());
    }

    private static String text(String option, @Nullable String given, String before) {
      if (given == null) {
        return before;
      }
      if (given.length() > 80 || !PlainText.isPlain(given)) {
        throw BaseCommand.wrong(option + " takes at most 80 characters in one line");
      }
      return given.strip();
    }

    private static Duration week(String text) {
      return Durations.parse(text)
          .filter(cap -> cap.isPositive() && cap.compareTo(Duration.ofDays(7)) <= 0)
          .orElseThrow(
              () ->
                  BaseCommand.wrong(
                      "--hours-cap takes a length such as 20h, at most a week, or none"));
    }

    boolean changesPay() {
      return pay != null || amount != null || currency != null;
    }

    private Pay paid(Pay before) {
      if (!changesPay()) {
        return before;
      }
      Money old = before.rate();
      String per =
          pay != null
              ? pay.toLowerCase(Locale.ROOT)
              : before instanceof Pay.PerItem
                  ? "item"
                  : before instanceof Pay.PerHour ? "hour" : "";
      if (per.equals("none")) {
        if (amount != null || currency != null) {
          throw BaseCommand.wrong("--pay none goes without --amount and --currency");
        }
        return Pay.NONE;
      }
      if (!per.equals("hour") && !per.equals("item")) {
        throw BaseCommand.wrong("--pay takes hour, item or none");
      }
      if ((amount == null || currency == null) && old == null) {
        throw BaseCommand.wrong("say how much: --pay " + per + " --amount 12.50 --currency USD");
      }
      Money rate =
          new Money(
              amount == null && old != null
                  ? old.amount()
                  : Amounts.amount("--amount", String.valueOf(amount)),
              currency == null && old != null
                  ? old.currency()
                  : Amounts.currency(String.valueOf(currency)));
      return per.equals("hour") ? new Pay.PerHour(rate) : new Pay.PerItem(rate);
    }

    /** The rules as edits of the settings file; checked before anything is written. */
    List<SettingsStore.Edit> edits(String task) {
      List<SettingsStore.Edit> edits = new ArrayList<>();
      rules.forEach(
          (name, value) -> {
            SettingKey<?> key =
                SettingCatalog.find(name, true)
                    .orElseThrow(
                        () ->
                            BaseCommand.wrong(
                                "'"
                                    + name
                                    + "' is no rule of a task; there are "
                                    + String.join(
                                        ", ",
                                        SettingCatalog.perTask().stream()
                                            .map(SettingKey::name)
                                            .toList())));
            String text = value == null || value.isBlank() ? null : value;
            if (text != null) {
              check(key, text);
            }
            edits.add(new SettingsStore.Edit(task, key, text));
          });
      return edits;
    }

    private static void check(SettingKey<?> key, String text) {
      try {
        key.type().parse(text);
      } catch (BadValue bad) {
        throw BaseCommand.wrong(key.name() + " takes " + bad.getMessage() + ": '" + text + "'");
      }
    }
  }

  private static PayRates rates(JournalReader journal) {
    return new PayRates(journal.all(Task.class), journal.all(Rate.class));
  }

  private static void save(
      BaseCommand call, Task task, @Nullable LocalDate payFrom, Details details) {
    List<SettingsStore.Edit> edits = details.edits(task.name());
    call.ask(new CoachRequest.SaveTask(task, payFrom, details.changesPay()));
    if (!edits.isEmpty()) {
      call.world().settings().save(edits);
    }
  }

  @Command(name = "add", description = "Add a task.")
  static final class Add extends BaseCommand {
    @Parameters(paramLabel = "NAME")
    String name = "";

    @Mixin Details details = new Details();

    @Override
    public Integer call() {
      save(this, details.applied(this, Task.named(UUID.randomUUID(), name.strip())), null, details);
      out().println("Added the task " + name.strip() + ".");
      return OK;
    }
  }

  @Command(name = "edit", description = "Change a task; what is not named stays.")
  static final class Edit extends BaseCommand {
    @Parameters(paramLabel = "TASK")
    String name = "";

    @Option(names = "--name", paramLabel = "NEW", description = "Give it another name.")
    @Nullable String renamed;

    @Option(
        names = "--from",
        paramLabel = "D",
        description = {
          "The day a change of pay begins (default: today); what was done before is paid as it"
              + " was.",
          "start: the task always paid so."
        })
    @Nullable String from;

    @Mixin Details details = new Details();

    @Override
    public Integer call() {
      if (from != null && !details.changesPay()) {
        throw wrong("--from is the day a change of pay begins; give --pay or --amount too");
      }
      boolean always = from != null && from.strip().equals("start");
      LocalDate payFrom = from == null || always ? today() : moments().day(from);
      Task task;
      try (ProgramServices.Reading reading = world().reading()) {
        Task known = new Tasks(reading.journal()).named(name);
        task = known.withPay(rates(reading.journal()).at(known.id(), payFrom));
      }
      String to = renamed == null ? task.name() : renamed.strip();
      save(this, details.applied(this, task.withName(to)), always ? null : payFrom, details);
      out().println("Saved the task " + to + ".");
      return OK;
    }
  }

  @Command(name = "archive", description = "Hide a task from choice; its history stays.")
  static final class Archive extends BaseCommand {
    @Parameters(paramLabel = "TASK")
    String name = "";

    @Option(names = "--undo", description = "Bring it back.")
    boolean undo;

    @Override
    public Integer call() {
      ask(new CoachRequest.ArchiveTask(name, !undo));
      out().println((undo ? "Brought back" : "Archived") + " the task " + name + ".");
      return OK;
    }
  }

  @Command(
      name = "merge",
      description = {
        "Make one task of two: all that belongs to TASK goes to INTO, which stays.",
        "Named once, doubles of the same name and platform become one. 'log undo' takes it back."
      })
  static final class Merge extends BaseCommand {
    @Parameters(index = "0", paramLabel = "TASK")
    String from = "";

    @Parameters(index = "1", paramLabel = "INTO", arity = "0..1")
    @Nullable String into;

    @Option(names = "--dry-run", description = "Only say what it would do.")
    boolean dryRun;

    @Override
    public Integer call() {
      String to = into == null ? from : into;
      Optional<String> rules;
      try (ProgramServices.Reading reading = world().reading()) {
        Tasks tasks = new Tasks(reading.journal());
        rules = rulesThatStay(tasks.named(from).name(), tasks.named(to).name());
        if (dryRun) {
          TaskMerge.of(reading.journal(), from, to).sentences().forEach(out()::println);
        }
      }
      if (!dryRun) {
        ask(new CoachRequest.MergeTasks(from, to)).lines().forEach(out()::println);
      }
      rules.ifPresent(out()::println);
      if (!dryRun) {
        out().println("Merged. Take it back with: respite log undo");
      }
      return OK;
    }

    /** Rules are in the settings, which no undo of the journal takes back: they are only named. */
    private Optional<String> rulesThatStay(String one, String other) {
      Preferences rules = preferences();
      List<String> own =
          SettingCatalog.perTask().stream()
              .map(key -> rule(key, rules, one, other))
              .flatMap(Optional::stream)
              .toList();
      return own.isEmpty()
          ? Optional.empty()
          : Optional.of(
              "What was set for '"
                  + one
                  + "' alone is not set for '"
                  + other
                  + "': "
                  + String.join(", ", own)
                  + "; set it with: respite task edit --set KEY=VALUE");
    }

    private static <T> Optional<String> rule(
        SettingKey<T> key, Preferences rules, String one, String other) {
      Optional<T> own = rules.set(one, key);
      return own.equals(rules.set(other, key))
          ? Optional.empty()
          : own.map(value -> key.name() + "=" + key.type().format(value));
    }
  }

  @Command(name = "list", description = "The tasks there are.")
  static final class ListAll extends BaseCommand {
    @Option(names = "--all", description = "Archived ones too.")
    boolean all;

    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Override
    public Integer call() {
      try (ProgramServices.Reading reading = world().reading()) {
        Tasks tasks = new Tasks(reading.journal());
        List<Task> found = all ? tasks.all() : tasks.open();
        PayRates rates = rates(reading.journal());
        if (json) {
          print(found.stream().map(task -> json(task, rates)).toList());
        } else {
          for (Task task : found) {
            out().println(line(task, rates));
            TaskStanding.of(
                    reading.journal(),
                    preferences(),
                    task,
                    world().clock().read().wall(),
                    world().clock().zone())
                .sentence()
                .ifPresent(stands -> out().println("  " + stands));
          }
          if (found.isEmpty()) {
            err().println("respite: no tasks yet; add one with: respite task add NAME");
          }
        }
        return found.isEmpty() ? NO : OK;
      }
    }

    private static Map<String, @Nullable Object> json(Task task, PayRates rates) {
      Map<String, @Nullable Object> fields = RecordFields.of(task);
      List<Object> dated = new ArrayList<>();
      rates
          .all(task.id())
          .tailMap(LocalDate.MIN, false)
          .forEach((day, pay) -> dated.add(RecordFields.of(Rate.of(task.id(), day, pay))));
      fields.put("rates", dated);
      return fields;
    }

    private String line(Task task, PayRates rates) {
      List<String> parts = new ArrayList<>();
      parts.add(task.name());
      if (!task.platform().isEmpty()) {
        parts.add("on " + task.platform());
      }
      if (!task.work().isEmpty()) {
        parts.add(task.work());
      }
      parts.add(PayWords.all(rates.all(task.id())));
      if (task.target() != null) {
        parts.add(task.target() + " items");
      }
      if (task.deadline() != null) {
        parts.add("until " + moments().deadline(task.deadline()));
      }
      if (task.hoursCap() != null) {
        parts.add("at most " + Durations.words(task.hoursCap()) + " a week");
      }
      if (task.passive()) {
        parts.add("passive");
      }
      if (task.heavy()) {
        parts.add("heavy");
      }
      if (task.archived()) {
        parts.add("archived");
      }
      return String.join(", ", parts);
    }
  }
}
