package app.respite.cli;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.Reason;
import app.respite.coach.typed.Moments;
import app.respite.domain.day.CoachKeys;
import app.respite.domain.review.DayCalendar;
import app.respite.domain.review.Reviewer;
import app.respite.domain.setting.Preferences;
import app.respite.domain.time.LogicalDays;
import app.respite.domain.work.JournalRecord.ZoneChange;
import app.respite.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has: its world, its output, its way to the coach. */
abstract class BaseCommand implements Callable<Integer> {
  /** Done. */
  static final int OK = 0;

  /** Ran, but the answer is no. */
  static final int NO = 1;

  /** What was given is wrong. */
  static final int WRONG = 2;

  private static final int MOST_DAYS = 3660;

  /** Where a call runs that was read without picocli. */
  private record Place(ProgramServices world, PrintWriter out, PrintWriter err) {}

  @Spec @Nullable CommandSpec spec;
  private @Nullable Place place;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;

  /** Runs it without the command line around it; gives the exit status. */
  final int in(ProgramServices world, PrintWriter out, PrintWriter err) throws Exception {
    place = new Place(world, out, err);
    return call();
  }

  final CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("a command outside of its command line");
    }
    return spec;
  }

  /** The world of the home that was chosen. */
  ProgramServices world() {
    return place == null ? ((Respite) spec().root().userObject()).world() : place.world();
  }

  /** Whether a home was named in the call itself. */
  boolean homeChosen() {
    return ((Respite) spec().root().userObject()).home != null;
  }

  PrintWriter out() {
    return place == null ? spec().commandLine().getOut() : place.out();
  }

  PrintWriter err() {
    return place == null ? spec().commandLine().getErr() : place.err();
  }

  /** Prints a document on one line. */
  void print(Object document) {
    out().println(Json.write(document, world().clock().zone()));
    out().flush();
  }

  /** The running coach. */
  CoachLink coach() {
    return world().coach().orElseThrow(CoachTalk::noCoach);
  }

  /** How a command that only talks to the coach gets to it from here. */
  CoachTalk talk() {
    ProgramServices world = world();
    return new CoachTalk(world::coachCall, world.clock().zone().getId(), out(), err());
  }

  /** Asks whoever writes. */
  <A> A ask(CoachRequest.OfJournal<A> request) {
    try (ProgramServices.Writer writer = world().writer()) {
      return writer.ask(request);
    }
  }

  /** Waits for an answer; its failure is thrown as it is. */
  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException failed) {
      throw CoachException.of(failed);
    }
  }

  /** The settings in force. */
  Preferences preferences() {
    return world().settings().load().preferences();
  }

  /** The user's days. */
  LogicalDays days() {
    ZoneId zone = world().clock().zone();
    return new LogicalDays(zone, preferences().get(CoachKeys.DAY_STARTS));
  }

  /** The running day. */
  LocalDate today() {
    return days().dayOf(world().clock().read().wall());
  }

  /** Reads days and times. */
  Moments moments() {
    return moments(world().clock().zone());
  }

  /** Reads days and times of another zone. */
  Moments moments(ZoneId zone) {
    LogicalDays there = new LogicalDays(zone, preferences().get(CoachKeys.DAY_STARTS));
    return new Moments(there, today(), remark -> err().println("respite: " + remark));
  }

  /** The days of a journal, which may have been written in other zones than this machine's. */
  DayCalendar calendar(JournalReader journal) {
    return Reviewer.calendar(journal.all(ZoneChange.class), preferences(), world().clock().zone());
  }

  /** A stretch of days, the last one included. */
  record DayRange(LocalDate first, LocalDate last) {}

  /**
   * The days of {@code --from} and {@code --to}: up to today where no end is named, the last one
   * alone where no beginning is.
   */
  DayRange range(@Nullable String from, @Nullable String to) {
    LocalDate last = to == null ? today() : moments().day(to);
    return new DayRange(from == null ? last : moments().day(from), last);
  }

  /** The days of a {@code --month}, up to today where it is this one. */
  DayRange monthDays(String typed) {
    YearMonth meant = month(typed);
    LocalDate today = today();
    LocalDate first = meant.atDay(1);
    LocalDate end = meant.atEndOfMonth();
    return new DayRange(first, end.isAfter(today) && !first.isAfter(today) ? today : end);
  }

  /** The week that today is in up to today, or the whole one before it. */
  DayRange weekDays(DayOfWeek starts, boolean before) {
    LocalDate today = today();
    LocalDate first = today.with(TemporalAdjusters.previousOrSame(starts));
    return before
        ? new DayRange(first.minusWeeks(1), first.minusDays(1))
        : new DayRange(first, today);
  }

  /**
   * Writes a file that the user named.
   *
   * @throws CoachException of kind {@code STORE} where it cannot be written
   */
  static void write(Path file, WholeFile.Content content) {
    try {
      WholeFile.write(file, content);
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "cannot write " + file + ": " + Reason.of(failed), failed);
    }
  }

  /** The same, and says how much is in it. */
  void write(Path file, WholeFile.Content content, String what) {
    write(file, content);
    err().println("respite: wrote " + what + " to " + file);
  }

  /** The month of a {@code --month}. */
  YearMonth month(String typed) {
    YearMonth now = YearMonth.from(today());
    return switch (typed.strip().toLowerCase(Locale.ROOT)) {
      case "this" -> now;
      case "last" -> now.minusMonths(1);
      default -> {
        if (!typed.strip().matches("(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])")) {
          throw wrong("--month takes a month such as 2026-11, this or last: '" + typed + "'");
        }
        yield YearMonth.parse(typed.strip());
      }
    };
  }

  /** Refuses days that are in the wrong order or too many to be shown at once. */
  static void checkDays(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw wrong("--to " + last + " lies before --from " + first);
    }
    if (first.plusDays(MOST_DAYS).isBefore(last)) {
      throw wrong("that is more than ten years; ask for less at once");
    }
  }

  static CoachException wrong(String message) {
    return new CoachException(Kind.WRONG, message);
  }
}
