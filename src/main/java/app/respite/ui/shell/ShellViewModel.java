package app.respite.ui.shell;

import app.respite.coach.CoachCore;
import app.respite.coach.MoneyGlance;
import app.respite.coach.MoneyService;
import app.respite.coach.ReviewService;
import app.respite.coach.port.Announcement;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.FaceContext;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.Reply;
import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.Update;
import app.respite.coach.preview.RulesPreview;
import app.respite.coach.preview.RulesPreview.Progress;
import app.respite.coach.review.Asked;
import app.respite.coach.review.CardContent;
import app.respite.coach.typed.Moments;
import app.respite.coach.words.Phrases;
import app.respite.domain.breaks.SprintBreakRule;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.Rhythm;
import app.respite.domain.day.Input;
import app.respite.domain.day.Input.Command;
import app.respite.domain.day.OpenWork;
import app.respite.domain.day.Snapshot;
import app.respite.domain.hours.HoursToReport.Row;
import app.respite.domain.money.PayRates;
import app.respite.domain.review.Review;
import app.respite.domain.review.TaskFigures;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import app.respite.domain.time.Interval;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Sprint;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.kit.DayPicture;
import app.respite.ui.today.FirstMinute;
import app.respite.ui.today.TodayFigures;
import app.respite.ui.today.TodayPage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What ties the window to the coach: the newest state, the day's history, what became of the user's
 * wishes, and whether the coach is still there. Everything changes on the screen's thread.
 */
public final class ShellViewModel {
  private volatile Consumer<String> wanted = page -> {};
  private static final Duration RECENT = Duration.ofDays(30);

  /** The open session is kept every 15 s at least; older figures are read again. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  /**
   * The history that is shown beside the coach's state.
   *
   * @param known whether it has been read; before that it is empty and says nothing
   */
  public record History(
      boolean known,
      LocalDate day,
      List<Task> tasks,
      List<DayPicture.Stretch> stretches,
      TodayFigures figures) {}

  private final Executor screen;
  private final Coaches coaches;
  private final ReadOnlyObjectWrapper<Update> update;
  private final ReadOnlyObjectWrapper<History> history;
  private final ReadOnlyStringWrapper lost = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Preferences> preferences =
      new ReadOnlyObjectWrapper<>(Preferences.DEFAULTS);
  private final ReadOnlyObjectWrapper<Loaded> settings;
  private FaceContext context;
  private Duration received;
  private long read = -1;
  private Instant readAt = Instant.EPOCH;
  private @Nullable Going readIn;

  /** What the open stretch of the day is. */
  private record Going(Snapshot.Mode state, Snapshot.Presence presence, @Nullable String task) {}

  /**
   * Ties itself to the coach of a context.
   *
   * @param screen runs work on the screen's thread
   * @param coaches the way to another coach once this one is gone
   */
  public ShellViewModel(FaceContext context, Executor screen, Coaches coaches) {
    this.context = context;
    this.screen = screen;
    settings = new ReadOnlyObjectWrapper<>(context.settings().load());
    preferences.set(settings.get().preferences());
    this.coaches = coaches;
    Update first = context.link().latest();
    update = new ReadOnlyObjectWrapper<>(first);
    received = context.clock().read().monotonic();
    history =
        new ReadOnlyObjectWrapper<>(
            new History(
                false, day(first.snapshot().at()), List.of(), List.of(), TodayFigures.NONE));
    follow(context);
  }

  /**
   * What brings the window forward when somebody starts Respite a second time; gets the page that
   * is wanted, or nothing.
   */
  void onWanted(Consumer<String> forward) {
    wanted = forward;
  }

  private void follow(FaceContext here) {
    here.settings()
        .watch(
            loaded ->
                screen.execute(
                    () -> {
                      if (isCurrent(here)) {
                        settings(loaded);
                      }
                    }));
    here.link()
        .subscribe(
            new CoachLink.Listener() {
              @Override
              public void updated(Update next) {
                Duration now = here.clock().read().monotonic();
                screen.execute(() -> take(here, next, now));
                for (Announcement told : next.happened()) {
                  if (told instanceof Announcement.ShowWindow(var at, String page)) {
                    screen.execute(() -> wanted.accept(page));
                  }
                }
              }

              @Override
              public void lost(String why) {
                screen.execute(
                    () -> {
                      if (isCurrent(here)) {
                        lost.set(
                            why.isEmpty() ? "The coach is not running" : Phrases.sentence(why));
                      }
                    });
              }
            });
    take(here, here.link().latest(), here.clock().read().monotonic());
  }

  /** Whether a coach is the one that is shown, and not one that was before it. */
  private boolean isCurrent(FaceContext one) {
    return one.link().equals(context.link());
  }

  private void take(FaceContext from, Update next, Duration at) {
    if (!isCurrent(from)) {
      return;
    }
    received = at;
    update.set(next);
    Snapshot now = next.snapshot();
    Going going = new Going(now.state(), now.presence(), now.task());
    boolean booked = next.sequence() != read || !day(now.at()).equals(history.get().day());
    boolean aged = Duration.between(readAt, now.at()).compareTo(FRESH) > 0;
    if (booked || aged || !going.equals(readIn)) {
      read = next.sequence();
      readAt = now.at();
      readIn = going;
      readHistory(booked);
    }
  }

  /** The newest state. */
  public ReadOnlyObjectProperty<Update> updateProperty() {
    return update.getReadOnlyProperty();
  }

  /** The coach at the newest state. */
  public Snapshot snapshot() {
    return update.get().snapshot();
  }

  /** The day's history and the tasks. */
  public ReadOnlyObjectProperty<History> historyProperty() {
    return history.getReadOnlyProperty();
  }

  /** Why there is no coach any more; empty while there is one. */
  public ReadOnlyStringProperty lostProperty() {
    return lost.getReadOnlyProperty();
  }

  /** What became of the last wish where it was not granted; empty otherwise. */
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /** The settings in force. */
  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.getReadOnlyProperty();
  }

  /** The settings in force, and what is wrong in their file. */
  public ReadOnlyObjectProperty<Loaded> settingsProperty() {
    return settings.getReadOnlyProperty();
  }

  /** Takes over settings that were read. */
  public void settings(Loaded now) {
    boolean newDay = !now.preferences().get(CoachKeys.DAY_STARTS).equals(starts());
    settings.set(now);
    preferences.set(now.preferences());
    if (newDay) {
      readHistory(true);
    }
  }

  /**
   * Saves a setting and takes it over.
   *
   * @param done is told on the screen's thread, unless it could not be saved
   */
  void set(SettingKey<?> key, String text, Runnable done) {
    set(List.of(new Edit(null, key, text)), done);
  }

  private void set(List<Edit> edits, Runnable done) {
    FaceContext here = context;
    here.background()
        .execute(
            () -> {
              try {
                Loaded saved = here.settings().save(edits);
                screen.execute(
                    () -> {
                      settings(saved);
                      done.run();
                    });
              } catch (SettingsException failed) {
                screen.execute(() -> message.set(String.valueOf(failed.getMessage())));
              }
            });
  }

  private java.time.LocalTime starts() {
    return preferences.get().get(CoachKeys.DAY_STARTS);
  }

  /** What ties this window to the world; another one after a restart of the coach. */
  public FaceContext context() {
    return context;
  }

  /** Time since the newest snapshot was made; stands still once the coach is gone. */
  public Duration passed() {
    if (!lost.get().isEmpty()) {
      return Duration.ZERO;
    }
    Duration passed = context.clock().read().monotonic().minus(received);
    return passed.isNegative() ? Duration.ZERO : passed;
  }

  /** Where the user is. */
  public ZoneId zone() {
    return context.clock().zone();
  }

  private LogicalDays days() {
    return new LogicalDays(zone(), starts());
  }

  private LocalDate day(Instant at) {
    return days().dayOf(at);
  }

  /** Reads days and times that are typed now, as the command line does. */
  Moments moments() {
    return new Moments(days(), history.get().day(), remark -> {});
  }

  /** What the day's page shows now. */
  public TodayPage.Data today() {
    History known = history.get();
    return new TodayPage.Data(
        snapshot(),
        passed(),
        known.known(),
        known.tasks().stream().filter(task -> !task.archived()).toList(),
        known.stretches(),
        known.figures(),
        known.day(),
        zone(),
        upcoming());
  }

  private @Nullable Duration upcoming() {
    Preferences now = preferences.get();
    return now.get(CoachKeys.RHYTHM) == Rhythm.FLOW
        ? null
        : now.get(SprintBreakRule.SPRINT, snapshot().task());
  }

  /** Asks the coach for something. */
  public void send(Command command) {
    if (!lost.get().isEmpty()) {
      message.set("Nothing was done: the coach is not running");
      return;
    }
    FaceContext here = context;
    var _ =
        here.link()
            .send(command)
            .whenComplete(
                (@Nullable Reply reply, @Nullable Throwable failed) -> {
                  Duration now = here.clock().read().monotonic();
                  screen.execute(
                      () -> {
                        if (failed != null) {
                          fail(failed);
                        } else if (reply != null) {
                          message.set(Phrases.sentence(reply.refusal()));
                          take(here, reply.update(), now);
                        }
                      });
                });
  }

  /** Saves a task; other pay than it had counts from today on. */
  public void save(Task task) {
    ask(new CoachRequest.SaveTask(task, history.get().day()));
  }

  /** Makes the first task and the rhythm that was chosen, and starts. */
  void begin(FirstMinute chosen) {
    Task task = Task.named(UUID.randomUUID(), chosen.task()).withPlatform(chosen.platform());
    List<Edit> rules = new ArrayList<>();
    chosen.rhythm().rules().forEach((key, text) -> rules.add(new Edit(null, key, text)));
    if (chosen.dayEnds() != null) {
      rules.add(
          new Edit(null, CoachKeys.WORK_HOURS, "mon-sun " + starts() + "-" + chosen.dayEnds()));
    }
    set(
        rules,
        () ->
            ask(
                new CoachRequest.SaveTask(task, history.get().day()),
                () -> send(new Input.Start(task, null, false))));
  }

  /** Hides a task from choice, or brings it back. */
  public void archive(Task task) {
    ask(new CoachRequest.ArchiveTask(task.name(), !task.archived()));
  }

  /**
   * Notes that hours were reported as rows have them.
   *
   * @param done is told on the screen's thread once it is kept
   */
  void reported(List<Row> rows, Runnable done) {
    Instant now = context.clock().read().wall();
    ask(
        new CoachRequest.SaveReports(
            rows.stream()
                .map(
                    row ->
                        new Report(
                            UUID.randomUUID(), row.id(), row.day(), row.rounded().toSeconds(), now))
                .toList()),
        done);
  }

  private void ask(CoachRequest<?> request) {
    ask(request, () -> {});
  }

  private void ask(CoachRequest<?> request, Runnable done) {
    ask(
        request,
        answer -> {
          message.set("");
          readHistory(true);
          done.run();
        },
        this::fail);
  }

  /** Asks the coach for something; one of the two is told, on the screen's thread. */
  <A> void ask(CoachRequest<A> request, Consumer<A> done, Consumer<CoachException> refused) {
    if (!lost.get().isEmpty()) {
      refused.accept(
          new CoachException(CoachException.Kind.NO_COACH, "Not saved: the coach is not running"));
      return;
    }
    var _ =
        context
            .link()
            .ask(request)
            .whenComplete(
                (answer, failed) ->
                    screen.execute(
                        () -> {
                          if (failed != null) {
                            refused.accept(CoachException.of(failed));
                          } else {
                            done.accept(answer);
                          }
                        }));
  }

  private void fail(Throwable failed) {
    CoachException known = CoachException.of(failed);
    // What the coach itself is in trouble with is on show as long as it lasts, and no longer.
    boolean shown = known.getMessage().equals(context.link().latest().trouble());
    message.set(shown ? "" : known.getMessage());
    if (known.getCause() != null) {
      context.log().accept("window: " + known.getCause());
    }
  }

  /** The user has read the message. */
  public void dismiss() {
    message.set("");
  }

  /** Starts the coach again and ties this window to it. */
  public void startAgain() {
    message.set("Starting the coach…");
    context
        .background()
        .execute(
            () -> {
              try {
                FaceContext fresh = coaches.started();
                screen.execute(() -> tieTo(fresh));
              } catch (CoachException | JournalException failed) {
                String why = String.valueOf(failed.getMessage());
                screen.execute(() -> message.set(why));
              }
            });
  }

  /** Looks once whether there is a coach again that somebody else has started, and ties to it. */
  void seekCoach() {
    context
        .background()
        .execute(
            () -> {
              try {
                coaches.running().ifPresent(fresh -> screen.execute(() -> tieTo(fresh)));
              } catch (CoachException strange) {
                String why = String.valueOf(strange.getMessage());
                screen.execute(() -> message.set(why));
              }
            });
  }

  private void tieTo(FaceContext fresh) {
    if (lost.get().isEmpty()) {
      // Another one was quicker.
      fresh.link().close();
      return;
    }
    context.link().close();
    context = fresh;
    read = -1;
    lost.set("");
    message.set("");
    settings(fresh.settings().load());
    follow(fresh);
  }

  /**
   * Reads the day again.
   *
   * @param booked whether history has changed, not only what is open; the pace goes by history and
   *     is dearer to work out
   */
  private void readHistory(boolean booked) {
    FaceContext here = context;
    Instant now = snapshot().at();
    LogicalDays days = days();
    String chosen = snapshot().task();
    Preferences rules = preferences.get();
    Long pace = history.get().figures().itemsPerHour();
    here.background()
        .execute(
            () -> {
              try {
                LocalDate day = days.dayOf(now);
                Long rate = booked ? pace(here, rules, day, days.zone(), chosen) : pace;
                History fresh = read(here, rules, days, now, rate);
                screen.execute(
                    () -> {
                      if (isCurrent(here)) {
                        history.set(fresh);
                      }
                    });
              } catch (JournalException failed) {
                String why = String.valueOf(failed.getMessage());
                screen.execute(() -> message.set(why));
              }
            });
  }

  private static History read(
      FaceContext here,
      Preferences preferences,
      LogicalDays days,
      Instant now,
      @Nullable Long rate) {
    LocalDate day = days.dayOf(now);
    Interval today = days.interval(day);
    Map<UUID, String> names = new HashMap<>();
    List<Task> known = here.journal().all(Task.class);
    PayRates rates = new PayRates(known, here.journal().all(Rate.class));
    List<Task> tasks = new ArrayList<>();
    known.forEach(task -> tasks.add(task.withPay(rates.at(task.id(), day))));
    tasks.forEach(task -> names.put(task.id(), task.name()));
    Map<UUID, Instant> used = new HashMap<>();
    List<Sprint> sprints =
        here.journal().find(Sprint.class, new Interval(now.minus(RECENT), today.end()));
    sprints.forEach(sprint -> used.merge(sprint.task(), sprint.end(), Interval::later));
    tasks.sort(
        Comparator.comparing((Task task) -> used.getOrDefault(task.id(), Instant.EPOCH))
            .reversed()
            .thenComparing(Task::name));
    List<Span> open = CoachCore.openSpans(here.journal(), preferences);
    List<Span> spans =
        ReviewService.withOpen(here.journal().find(Span.class, today), open).stream()
            .filter(span -> span.interval().overlaps(today))
            .map(span -> clip(span, today))
            .toList();
    var figures =
        ReviewService.day(
            here.journal(),
            preferences,
            day,
            days.zone(),
            // The running sprint's items come with every update, and are added where they are
            // shown.
            new OpenWork(open, null));
    return new History(
        true,
        day,
        List.copyOf(tasks),
        DayPicture.stretches(spans, names),
        new TodayFigures(
            figures.sprints(),
            Duration.ofSeconds(figures.workSeconds()),
            figures.items(),
            figures.breaksTaken(),
            rate));
  }

  private static Span clip(Span span, Interval day) {
    Interval inside = span.interval().clip(day);
    return span.withTimes(inside.start(), inside.end());
  }

  private static @Nullable Long pace(
      FaceContext here, Preferences rules, LocalDate day, ZoneId zone, @Nullable String chosen) {
    return ReviewService.figures(here.journal(), rules, day, day, zone).tasks().stream()
        .filter(task -> task.task().equals(chosen))
        .map(TaskFigures::itemsPerHour)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Math::round)
        .orElse(null);
  }

  /**
   * Reviews days, the last one included; one of the two is told, on the screen's thread. Why it
   * failed is the message.
   */
  public void review(LocalDate from, LocalDate to, Consumer<Review> answer, Runnable failure) {
    Preferences rules = preferences.get();
    ZoneId zone = zone();
    Instant now = now();
    read(journal -> ReviewService.review(journal, rules, from, to, zone, now), answer, failure);
  }

  /** Tells how money stands; the same way. */
  void money(Consumer<MoneyGlance> answer, Runnable failure) {
    Preferences rules = preferences.get();
    ZoneId zone = zone();
    LocalDate today = day(now());
    read(journal -> MoneyService.glance(journal, rules, today, zone), answer, failure);
  }

  private Instant now() {
    return snapshot().at().plus(passed());
  }

  /** Tells what a figure of some days is made of; the same way. */
  void explain(
      LocalDate from,
      LocalDate to,
      Asked asked,
      Consumer<List<CardContent>> answer,
      Runnable failure) {
    Preferences rules = preferences.get();
    ZoneId zone = zone();
    read(
        journal -> ReviewService.explain(journal, rules, from, to, zone, asked).cards(),
        answer,
        failure);
  }

  /**
   * Replays the last days with work under other rules; the same way. Empty where the replay was not
   * wanted any more.
   */
  void preview(
      Preferences tried,
      int days,
      Progress progress,
      Consumer<Optional<RulesPreview>> answer,
      Runnable failure) {
    Preferences rules = preferences.get();
    ZoneId zone = zone();
    Instant now = now();
    read(
        journal -> {
          LocalDate last = RulesPreview.lastDay(journal, rules, zone, now);
          return RulesPreview.of(
              journal, rules, tried, last.minusDays(days - 1L), last, zone, now, progress);
        },
        answer,
        failure);
  }

  private <T> void read(Function<JournalReader, T> question, Consumer<T> answer, Runnable failure) {
    FaceContext here = context;
    here.background()
        .execute(
            () -> {
              try {
                T found = question.apply(here.journal());
                screen.execute(() -> answer.accept(found));
              } catch (JournalException failed) {
                String why = String.valueOf(failed.getMessage());
                screen.execute(
                    () -> {
                      message.set(why);
                      failure.run();
                    });
              }
            });
  }
}
