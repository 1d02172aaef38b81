package app.respite.coach.port;

import app.respite.bind.BindException;
import app.respite.bind.Form;
import app.respite.bind.Scalar;
import app.respite.coach.port.Request.Done;
import app.respite.coach.port.Request.Lines;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Task;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests and their answers as plain values and back, for the socket. */
public final class RequestFields {
  /** The field that holds a request's word. */
  public static final String WORD = "ask";

  private static final Form FORM =
      RecordFields.journal(Form.builder())
          .family(Request.class, WORD)
          .spread(Request.AddRecord.class, "entry", "")
          .spread(Request.EditRecord.class, "entry", "")
          .scalar(
              Edit.class,
              new Scalar<>("an edit of a setting", SettingsFields::of, SettingsFields::edit))
          .scalar(
              Loaded.class, new Scalar<>("settings", SettingsFields::of, SettingsFields::loaded))
          .build();

  private record OfTask(Task task) {}

  private record OfRecord(JournalRecord record) {}

  private record OfText(String text) {}

  private record OfNumber(long sequence) {}

  private record OfSettings(Loaded settings) {}

  private record OfFigures(Map<String, @Nullable Object> figures) {}

  private RequestFields() {}

  /** The fields of a request, its word first. */
  public static Map<String, @Nullable Object> of(Request<?> request) {
    return FORM.write((Record) request);
  }

  /**
   * The request of fields.
   *
   * @throws CoachException of kind {@code WRONG} where they are none
   */
  public static Request<?> read(Map<String, @Nullable Object> fields) {
    return bound(Request.class, fields);
  }

  /** The fields of an answer. */
  public static Map<String, @Nullable Object> of(Request<?> request, Object answer) {
    return FORM.write(
        switch (request) {
          case Request.SaveTask save -> new OfTask((Task) answer);
          case Request.ArchiveTask archive -> new OfTask((Task) answer);
          case Request.AddRecord add -> new OfRecord((JournalRecord) answer);
          case Request.EditRecord edit -> new OfRecord((JournalRecord) answer);
          case Request.DeleteRecord delete -> new OfText((String) answer);
          case Request.Undo undo -> new OfText((String) answer);
          case Request.Import part -> new OfNumber((Long) answer);
          case Request.Today today -> new OfFigures(map(answer));
          case Request.Tell tell -> (Lines) answer;
          case Request.Status status -> (Lines) answer;
          case Request.ShowWindow show -> (Done) answer;
          case Request.ViewShown shown -> (Done) answer;
          case Request.Settings settings -> new OfSettings((Loaded) answer);
          case Request.SaveSettings save -> new OfSettings((Loaded) answer);
          case Request.Quit quit -> (Done) answer;
        });
  }

  /**
   * The answer of fields.
   *
   * @throws CoachException of kind {@code WRONG} where they are none to this request
   */
  @SuppressWarnings("unchecked") // each request is answered with what it says
  public static <A> A answer(Request<A> request, Map<String, @Nullable Object> fields) {
    return (A)
        switch (request) {
          case Request.SaveTask save -> bound(OfTask.class, fields).task();
          case Request.ArchiveTask archive -> bound(OfTask.class, fields).task();
          case Request.AddRecord add -> bound(OfRecord.class, fields).record();
          case Request.EditRecord edit -> bound(OfRecord.class, fields).record();
          case Request.DeleteRecord delete -> bound(OfText.class, fields).text();
          case Request.Undo undo -> bound(OfText.class, fields).text();
          case Request.Import part -> bound(OfNumber.class, fields).sequence();
          case Request.Today today -> bound(OfFigures.class, fields).figures();
          case Request.Tell tell -> bound(Lines.class, fields);
          case Request.Status status -> bound(Lines.class, fields);
          case Request.ShowWindow show -> new Done();
          case Request.ViewShown shown -> new Done();
          case Request.Settings settings -> bound(OfSettings.class, fields).settings();
          case Request.SaveSettings save -> bound(OfSettings.class, fields).settings();
          case Request.Quit quit -> new Done();
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
