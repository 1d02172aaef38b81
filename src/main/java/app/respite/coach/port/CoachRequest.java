package app.respite.coach.port;

import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.BreakKind;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Report;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.domain.work.JournalRecord.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of the coach besides the commands of a day. On the socket a request's word is
 * its name in lower case with hyphens, and its fields are its components.
 *
 * @param <A> what it is answered with
 */
public sealed interface CoachRequest<A> {
  /** A request that whoever holds the journal can answer, with or without a running coach. */
  sealed interface OfJournal<A> extends CoachRequest<A> {}

  /**
   * Adds a task, or saves an edited one: a new id makes a new task. Answers it as it is kept.
   *
   * @param task with the pay that is meant
   * @param payFrom the day from which on it pays that, where it paid something else; null for all
   *     of its history, whatever rates it had
   * @param paySaid whether the pay was told, and not only left as it was: then it is kept for that
   *     day although it paid the same already, so that an earlier raise told later ends there
   */
  record SaveTask(Task task, @Nullable LocalDate payFrom, boolean paySaid)
      implements OfJournal<Task> {
    public SaveTask(Task task, @Nullable LocalDate payFrom) {
      this(task, payFrom, false);
    }
  }

  /**
   * What a platform decided of a stretch of days. Each takes the place of one for the same task and
   * days.
   */
  record SaveVerdicts(List<Verdict> verdicts) implements OfJournal<Done> {
    public SaveVerdicts {
      verdicts = List.copyOf(verdicts);
    }
  }

  /** Hides a task from choice, or brings it back. */
  record ArchiveTask(String task, boolean archived) implements OfJournal<Task> {}

  /**
   * Makes one task of two, or of doubles; all that belongs to the first goes to the second. Answers
   * what was done, a sentence a line.
   *
   * @param into the name of the task that stays; the same name for its doubles
   */
  record MergeTasks(String task, String into) implements OfJournal<String> {}

  /** Adds a sprint by hand, or a break where the entry names its kind. */
  record AddRecord(Entry entry) implements OfJournal<JournalRecord> {}

  /**
   * Changes a sprint or break.
   *
   * @param id its id, the beginning of that, or the last one's word
   * @param entry what is to change; null where it stays
   */
  record EditRecord(String id, Entry entry) implements OfJournal<JournalRecord> {}

  /** Deletes a sprint, break or span by hand. Answers what it was, in words. */
  record DeleteRecord(String id) implements OfJournal<String> {}

  /**
   * Books money that landed. Answers the payout as it is kept.
   *
   * @param again whether it is meant where the same amount of the same platform and day is booked
   *     already; refused as {@link CoachException.Kind#ALREADY} otherwise
   */
  record BookPayout(Payout payout, boolean again) implements OfJournal<Payout> {}

  /** Puts a payout in the place of the one with its id. Answers it as it is kept. */
  record EditPayout(Payout payout, boolean again) implements OfJournal<Payout> {}

  /** Removes a payout. Answers what it was, in words. */
  record RemovePayout(UUID payout) implements OfJournal<String> {}

  /** Saves the terms of a platform, which is known by its name. Answers them as they are kept. */
  record SavePlatform(Platform platform) implements OfJournal<Platform> {}

  /**
   * Notes that hours were reported to platforms; of several reports about the same task and day the
   * one told last counts. What was reported so already is left out.
   */
  record SaveReports(List<Report> reports) implements OfJournal<Done> {
    public SaveReports {
      reports = List.copyOf(reports);
    }
  }

  /**
   * Takes back the newest edit. Answers its label.
   *
   * @param only the label it has to have, where one certain edit is meant; else null
   */
  record Undo(@Nullable String only) implements OfJournal<String> {
    /** Takes back the newest edit, whatever it is. */
    public Undo() {
      this(null);
    }
  }

  /** Does the edit again that was taken back last. Answers its label. */
  record Redo() implements OfJournal<String> {}

  /** What can be taken back, and what can be done again. */
  record Edits() implements OfJournal<EditLabels> {}

  /**
   * Labels of edits, each list with the next one first.
   *
   * @param back those that can be taken back
   * @param forward those that can be done again
   */
  record EditLabels(List<String> back, List<String> forward) {
    public EditLabels {
      back = List.copyOf(back);
      forward = List.copyOf(forward);
    }
  }

  /** Part of an import. Answers the journal's sequence after it. */
  record Import(List<JournalRecord> put, List<Change.Remove> remove) implements OfJournal<Long> {
    public Import {
      put = List.copyOf(put);
      remove = List.copyOf(remove);
    }
  }

  /** The figures of today, as a day of {@code review --json}. */
  record Today() implements OfJournal<Map<String, @Nullable Object>> {}

  /**
   * A command of the command line, to be done and worded.
   *
   * @param command the fields of a script's line
   * @param zone where the person who reads the answer is; null for the coach's own
   */
  record Tell(Map<String, @Nullable Object> command, @Nullable ZoneId zone)
      implements CoachRequest<Lines> {
    public Tell {
      command = Collections.unmodifiableMap(new LinkedHashMap<>(command));
    }
  }

  /** What {@code status} prints, in a zone; null for the coach's own. */
  record Status(boolean json, @Nullable ZoneId zone) implements CoachRequest<Lines> {}

  /**
   * Brings the open window forward: every face is told {@link Announcement.ShowWindow}, and one
   * that has a window raises it.
   */
  record ShowWindow(String page) implements CoachRequest<Done> {}

  /** A face says that the prompt or break view is on show; said again for each form. */
  record ViewShown(Prompting.Form form) implements CoachRequest<Done> {}

  /**
   * The settings in force. Every face is told {@link Announcement.SettingsChanged} when they
   * change.
   */
  record Settings() implements CoachRequest<Loaded> {}

  /** Saves settings; answers those that are in force then. */
  record SaveSettings(List<Edit> edits) implements CoachRequest<Loaded> {
    public SaveSettings {
      edits = List.copyOf(edits);
    }
  }

  /** Ends the coach. */
  record Quit() implements CoachRequest<Done> {}

  /**
   * What a person says of a sprint or break; null where nothing is said.
   *
   * @param break_ the kind of a break; null for a sprint
   */
  record Entry(
      @Nullable String task,
      @Nullable BreakKind break_,
      @Nullable Instant start,
      @Nullable Instant end,
      @Nullable Integer items,
      @Nullable Integer rejected,
      @Nullable Integer fatigue,
      @Nullable Integer effort,
      @Nullable String note) {}

  /** It is done, and there is nothing to say of it. */
  record Done() {}

  /**
   * What the command line prints.
   *
   * @param status its exit status
   * @param standing the task that was begun where it has a target, a deadline or a cap to be told
   *     about; else null
   */
  record Lines(int status, List<String> out, List<String> err, @Nullable String standing) {
    public Lines {
      out = List.copyOf(out);
      err = List.copyOf(err);
    }
  }
}
