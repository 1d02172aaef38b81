package app.respite.cli;

import app.respite.coach.port.Backups;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachCall;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachLink;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalReader;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Finding;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.money.MoneyBook;
import app.respite.domain.money.MoneyReport;
import app.respite.domain.setting.Preferences;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What commands need of the program they are part of; {@code main} has it. One home each. */
public interface ProgramServices extends AutoCloseable {
  /** Makes the world of a home. */
  interface Maker {
    /** The world of a home; null for the platform's own folders. */
    ProgramServices of(@Nullable Path home);
  }

  /** Something that can be asked what {@link app.respite.coach.port.Ask} lists. */
  interface Writer extends AutoCloseable {
    /**
     * Asks, and waits for the answer.
     *
     * @throws CoachException where it comes to nothing
     */
    <A> A ask(CoachRequest.OfJournal<A> request);

    @Override
    void close();
  }

  /** Hears how far an import is: bytes read, and bytes there are; a file is read twice. */
  interface ImportProgress {
    /** So far. */
    void read(long bytes, long size);
  }

  /** How to import. */
  record ImportCall(
      List<Path> files,
      @Nullable String format,
      @Nullable String task,
      @Nullable String worker,
      boolean allWorkers,
      boolean dryRun,
      ImportProgress progress) {}

  /** A journal to read: closed after use. */
  interface Reading extends AutoCloseable {
    /** The reader. */
    JournalReader journal();

    @Override
    void close();
  }

  /**
   * What there is on this machine, as {@code doctor} shows it.
   *
   * @param build this program's
   * @param java the Java it runs on
   * @param os the system
   * @param session the kind of session, or that there is none
   * @param display where windows go, or that there is no place
   * @param home the folder of the journal
   * @param coach the running coach, or that there is none
   * @param autostart whether the coach starts at login; null where that cannot be switched here
   * @param ports what the desktop offers
   */
  record Checkup(
      String build,
      String java,
      String os,
      String session,
      String display,
      Path home,
      CoachSeen coach,
      @Nullable Boolean autostart,
      List<Finding> ports) {
    public Checkup {
      ports = List.copyOf(ports);
    }
  }

  /**
   * A coach, seen from outside.
   *
   * @param running whether one listens
   * @param presenceKnown whether something tells it of input; null where it does not say
   * @param trouble what is wrong with it, one clause; empty where all is well
   */
  record CoachSeen(boolean running, @Nullable Boolean presenceKnown, String trouble) {}

  /** The clocks. */
  Clock clock();

  /** The settings of this home: the coach's where one runs, else the file's. */
  SettingsStore settings();

  /** Another settings file. */
  SettingsStore settings(Path file);

  /** The journal, to read. */
  Reading reading();

  /** Copies of the journal, and the ways back. */
  Backups backups();

  /**
   * A journal for a simulation in this home, which must be empty or made by one.
   *
   * @throws CoachException where the home holds anything else
   */
  Journal simulated();

  /** Whoever writes: the coach if one runs, otherwise this process. */
  Writer writer();

  /** The running coach. */
  Optional<CoachLink> coach();

  /** The running coach, for one request. */
  Optional<CoachCall> coachCall();

  /**
   * The running coach, started in the background where there was none.
   *
   * @throws CoachException where it does not start
   */
  CoachLink startedCoach();

  /**
   * A coach inside this process, with its socket; empty where another holds the journal.
   *
   * @param change is applied to the settings as long as it runs
   */
  Optional<CoachLink> ownCoach(UnaryOperator<Preferences> change);

  /** Runs the resident coach until it is ended; gives the exit status. */
  int residentCoach();

  /**
   * Opens the window, or brings the open one forward.
   *
   * @param page the page to show, in lower case; empty for none in particular
   * @return empty where this system can show none now
   */
  Optional<Integer> window(String page);

  /**
   * What there is on this machine; needs no coach and no desktop, and takes three seconds at most.
   */
  Checkup checkup();

  /** The switch for starting the coach at login, or why there is none here. */
  Answer<Autostart> autostart();

  /** Faces that the coach starts when they are wanted. */
  enum FaceKind {
    /** The small prompt and the break view. */
    BREAK,
    /** The mini timer. */
    MINI;

    /** As it is written in a call. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Shows a face until it is not needed any more. One that is on show already stays the only one,
   * and without a coach there is nothing to show; neither is an error.
   *
   * @return false where this system can show none now
   */
  boolean face(FaceKind kind);

  /** Imports files; one JSON document (docs/contract.md) a file. */
  List<Map<String, @Nullable Object>> imports(ImportCall call);

  /**
   * Writes the journal out.
   *
   * @param from the first moment, or null for the beginning
   * @param to the end, not included, or null for all there is
   */
  void export(String format, @Nullable Instant from, @Nullable Instant to, OutputStream out)
      throws IOException;

  /** Writes a report on money as a table for spreadsheets. */
  void moneyTable(MoneyReport report, OutputStream out) throws IOException;

  /** Writes the same with all that it is made of as a workbook. */
  void moneyWorkbook(MoneyBook book, OutputStream out) throws IOException;

  /** Writes hours to report as a table for spreadsheets. */
  void hoursTable(HoursToReport hours, OutputStream out) throws IOException;

  /** Threads for a face. */
  Executor threads();

  /**
   * Runs when the program is asked to end by the system or the keyboard, before it does; it then
   * ends with status 0.
   */
  void onEnd(Runnable last);

  /** Ends this process by force should it still run after so long: nobody waits for it any more. */
  void endWithin(Duration most);

  /** Lets everything go. */
  @Override
  void close();
}
