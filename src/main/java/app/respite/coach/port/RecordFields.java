package app.respite.coach.port;

import app.respite.bind.BindException;
import app.respite.bind.Form;
import app.respite.bind.FormBuilder;
import app.respite.bind.Scalar;
import app.respite.domain.text.EnumWords;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Edit;
import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.WorkItem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records as plain values, for the way between a command or face and the coach: nothing is lost.
 * Exports have a form of their own.
 */
public final class RecordFields {
  /** What pays how, by the word after {@code per}. */
  public static final Map<String, Class<? extends Pay>> PAY =
      ordered(
          Map.entry("hour", Pay.PerHour.class),
          Map.entry("item", Pay.PerItem.class),
          Map.entry("none", Pay.Unpaid.class));

  /** The kinds of record by their words, as in {@code kind} and an edit's {@code of}. */
  private static final Scalar<Class<?>> KIND =
      Scalar.text(
          "a kind of record",
          kind -> Edit.word(kind.asSubclass(JournalRecord.class)),
          word -> Edit.kind(word).orElse(null));

  private static final Form FORM = journal(Form.builder(EnumWords::of)).build();

  private RecordFields() {}

  @SafeVarargs
  private static Map<String, Class<? extends Pay>> ordered(
      Map.Entry<String, Class<? extends Pay>>... entries) {
    Map<String, Class<? extends Pay>> map = new LinkedHashMap<>();
    for (Map.Entry<String, Class<? extends Pay>> entry : entries) {
      map.put(entry.getKey(), entry.getValue());
    }
    return map;
  }

  /** Adds to a form how the journal's records go to the coach and back. */
  static FormBuilder journal(FormBuilder form) {
    return edits(form)
        .family(JournalRecord.class, "kind", kinds())
        .family(Pay.class, "per", PAY)
        .spread(JournalRecord.Task.class, "pay", "")
        .spread(JournalRecord.Rate.class, "pay", "")
        .spread(JournalRecord.Payout.class, "amount", "")
        .spread(Pay.PerHour.class, "rate", "")
        .spread(Pay.PerItem.class, "rate", "")
        .spread(WorkItem.class, "reward", "")
        .rename(WorkItem.class, "importId", "import");
  }

  /** Every kind of record by its word; an edit is the one kind that is not edited itself. */
  public static Map<String, Class<? extends JournalRecord>> kinds() {
    Map<String, Class<? extends JournalRecord>> all = new LinkedHashMap<>(Edit.kinds());
    all.put("edit", Edit.class);
    return all;
  }

  /** Adds to a form how the kind of an edited record is written. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // the class of all classes has a parameter
  public static FormBuilder edits(FormBuilder form) {
    return form.scalar((Class) Class.class, (Scalar) KIND);
  }

  /** The fields of a record, {@code kind} and {@code id} first; absent values are left out. */
  public static Map<String, @Nullable Object> of(JournalRecord record) {
    return FORM.write((Record) record);
  }

  /**
   * The record of fields.
   *
   * @throws CoachException of kind {@code WRONG} where a field is missing or no value of its kind
   */
  public static JournalRecord read(Map<String, @Nullable Object> map) {
    try {
      return FORM.read(JournalRecord.class, map);
    } catch (BindException wrong) {
      throw Fields.wrong(wrong);
    }
  }

  /**
   * The kind of record that a word stands for, as in {@code kind} and an edit's {@code of}.
   *
   * @throws CoachException of kind {@code WRONG} where it stands for none
   */
  public static Class<? extends JournalRecord> kind(String word) {
    return Edit.kind(word)
        .orElseThrow(
            () ->
                new CoachException(CoachException.Kind.WRONG, "no kind of record: '" + word + "'"));
  }
}
