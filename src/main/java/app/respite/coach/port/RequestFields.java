package app.respite.coach.port;

import app.respite.bind.BindException;
import app.respite.bind.Form;
import app.respite.bind.Scalar;
import app.respite.coach.port.CoachRequest.Done;
import app.respite.coach.port.CoachRequest.EditLabels;
import app.respite.coach.port.CoachRequest.Lines;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.domain.text.EnumWords;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Payout;
import app.respite.domain.work.JournalRecord.Platform;
import app.respite.domain.work.JournalRecord.Task;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and their answers as plain values and back, for the socket. */
public final class RequestFields {
  /** The field that holds a request's word. */
  public static final String WORD = "ask";

  private static final Form FORM =
      RecordFields.journal(Form.builder(EnumWords::of))
          .silent(CoachRequest.SaveTask.class, "paySaid", false)
          .family(CoachRequest.class, WORD)
          .spread(CoachRequest.AddRecord.class, "entry", "")
          .spread(CoachRequest.EditRecord.class, "entry", "")
          .scalar(
              Edit.class,
              new Scalar<>("an edit of a setting", SettingsFields::of, SettingsFields::edit))
          .scalar(
              Loaded.class, new Scalar<>("settings", SettingsFields::of, SettingsFields::loaded))
          .build();

  private record OfTask(Task task) {}

  private record OfPayout(Payout payout) {}

  private record OfPlatform(Platform platform) {}

  private record OfRecord(JournalRecord record) {}

  private record OfText(String text) {}

  private record OfNumber(long sequence) {}

  private record OfSettings(Loaded settings) {}

  private record OfFigures(Map<String, @Nullable Object> figures) {}

  private RequestFields() {}

  /** The fields of a request, its word first. */
  public static Map<String, @Nullable Object> of(CoachRequest<?> request) {
    return FORM.write((Record) request);
  }

  /**
   * The request of fields.
   *
   * @throws CoachException of kind {@code WRONG} where they are none
   */
  public static CoachRequest<?> read(Map<String, @Nullable Object> fields) {
    return bound(CoachRequest.class, fields);
  }

  /** The fields of an answer. */
  public static Map<String, @Nullable Object> of(CoachRequest<?> request, Object answer) {
    return FORM.write(
        switch (request) {
          case CoachRequest.SaveTask save -> new OfTask((Task) answer);
          case CoachRequest.SaveVerdicts save -> (Done) answer;
          case CoachRequest.ArchiveTask archive -> new OfTask((Task) answer);
          case CoachRequest.MergeTasks merge -> new OfText((String) answer);
          case CoachRequest.AddRecord add -> new OfRecord((JournalRecord) answer);
          case CoachRequest.EditRecord edit -> new OfRecord((JournalRecord) answer);
          case CoachRequest.DeleteRecord delete -> new OfText((String) answer);
          case CoachRequest.BookPayout book -> new OfPayout((Payout) answer);
          case CoachRequest.EditPayout edit -> new OfPayout((Payout) answer);
          case CoachRequest.RemovePayout remove -> new OfText((String) answer);
          case CoachRequest.SavePlatform save -> new OfPlatform((Platform) answer);
          case CoachRequest.SaveReports save -> (Done) answer;
          case CoachRequest.Undo undo -> new OfText((String) answer);
          case CoachRequest.Redo redo -> new OfText((String) answer);
          case CoachRequest.Edits edits -> (EditLabels) answer;
          case CoachRequest.Import part -> new OfNumber((Long) answer);
          case CoachRequest.Today today -> new OfFigures(map(answer));
          case CoachRequest.Tell tell -> (Lines) answer;
          case CoachRequest.Status status -> (Lines) answer;
          case CoachRequest.ShowWindow show -> (Done) answer;
          case CoachRequest.ViewShown shown -> (Done) answer;
          case CoachRequest.Settings settings -> new OfSettings((Loaded) answer);
          case CoachRequest.SaveSettings save -> new OfSettings((Loaded) answer);
          case CoachRequest.Quit quit -> (Done) answer;
        });
  }

  /**
   * The answer of fields.
   *
   * @throws CoachException of kind {@code WRONG} where they are none to this request
   */
  @SuppressWarnings("unchecked") // each request is answered with what it says
  public static <A> A answer(CoachRequest<A> request, Map<String, @Nullable Object> fields) {
    return (A)
        switch (request) {
          case CoachRequest.SaveTask save -> bound(OfTask.class, fields).task();
          case CoachRequest.SaveVerdicts save -> new Done();
          case CoachRequest.ArchiveTask archive -> bound(OfTask.class, fields).task();
          case CoachRequest.MergeTasks merge -> bound(OfText.class, fields).text();
          case CoachRequest.AddRecord add -> bound(OfRecord.class, fields).record();
          case CoachRequest.EditRecord edit -> bound(OfRecord.class, fields).record();
          case CoachRequest.DeleteRecord delete -> bound(OfText.class, fields).text();
          case CoachRequest.BookPayout book -> bound(OfPayout.class, fields).payout();
          case CoachRequest.EditPayout edit -> bound(OfPayout.class, fields).payout();
          case CoachRequest.RemovePayout remove -> bound(OfText.class, fields).text();
          case CoachRequest.SavePlatform save -> bound(OfPlatform.class, fields).platform();
          case CoachRequest.SaveReports save -> new Done();
          case CoachRequest.Undo undo -> bound(OfText.class, fields).text();
          case CoachRequest.Redo redo -> bound(OfText.class, fields).text();
          case CoachRequest.Edits edits -> bound(EditLabels.class, fields);
          case CoachRequest.Import part -> bound(OfNumber.class, fields).sequence();
          case CoachRequest.Today today -> bound(OfFigures.class, fields).figures();
          case CoachRequest.Tell tell -> bound(Lines.class, fields);
          case CoachRequest.Status status -> bound(Lines.class, fields);
          case CoachRequest.ShowWindow show -> new Done();
          case CoachRequest.ViewShown shown -> new Done();
          case CoachRequest.Settings settings -> bound(OfSettings.class, fields).settings();
          case CoachRequest.SaveSettings save -> bound(OfSettings.class, fields).settings();
          case CoachRequest.Quit quit -> new Done();
        };
  }

  private static Map<String, @Nullable Object> map(Object answer) {
    return Fields.plain((Map<?, ?>) answer);
  }

  private static <T> T bound(Class<T> type, Map<String, @Nullable Object> fields) {
    try {
      return FORM.read(type, fields);
    } catch (BindException wrong) {
      throw Fields.wrong(wrong);
    }
  }
}
