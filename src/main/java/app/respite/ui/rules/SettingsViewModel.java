package app.respite.ui.rules;

import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.SettingsStore.Problem;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.RhythmPreset;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import org.jspecify.annotations.Nullable;

/**
 * Settings as a page shows and changes them: for everybody, or those a task has of its own. A value
 * that is none saves nothing and says what is allowed.
 *
 * <p>Rules that hold for everybody are edited as a draft: nothing of it is in force until it is
 * applied. All other settings are saved at once.
 */
public final class SettingsViewModel {
  private final Supplier<SettingsStore> store;
  private final Executor background;
  private final Executor screen;
  private final @Nullable String task;
  private final Map<SettingKey<?>, Row> rows = new LinkedHashMap<>();
  private final ReadOnlyListWrapper<Problem> problems =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");

  /** The edits of rules that are not applied, each key once, in the order they were made. */
  private final ReadOnlyListWrapper<Edit> draft =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());

  private final ReadOnlyObjectWrapper<Preferences> tried =
      new ReadOnlyObjectWrapper<>(Preferences.DEFAULTS);
  private Preferences inForce = Preferences.DEFAULTS;

  /**
   * Makes a row for every key there is.
   *
   * @param store where they are kept; asked for each time, for another coach has another one
   * @param background where files are read and written
   * @param screen where rows may change
   * @param task the task whose own settings these are; null for those of all
   */
  public SettingsViewModel(
      Supplier<SettingsStore> store, Executor background, Executor screen, @Nullable String task) {
    this.store = store;
    this.background = background;
    this.screen = screen;
    this.task = task;
    for (SettingKey<?> key : task == null ? SettingCatalog.all() : SettingCatalog.perTask()) {
      rows.put(key, new Row(key));
    }
  }

  /** One setting. */
  public final class Row {
    private final SettingKey<?> key;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper own = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();

    private Row(SettingKey<?> key) {
      this.key = key;
      text.set(key.fallbackText());
    }

    /** What is set. */
    public SettingKey<?> key() {
      return key;
    }

    /** The value in force, or in the draft, as it is written in the file. */
    public ReadOnlyStringProperty textProperty() {
      return text.getReadOnlyProperty();
    }

    /** What is wrong with what was typed, and what is allowed; empty where nothing is. */
    public ReadOnlyStringProperty errorProperty() {
      return error.getReadOnlyProperty();
    }

    /** Whether the file sets it; otherwise the default holds, or what holds for every task. */
    public ReadOnlyBooleanProperty ownProperty() {
      return own.getReadOnlyProperty();
    }

    /** Whether the draft has another value than is in force. */
    public ReadOnlyBooleanProperty changedProperty() {
      return changed.getReadOnlyProperty();
    }

    /** The value in force, as it is written in the file. */
    public String inForce() {
      return format(key, inForce);
    }

    /** Takes a text as the value where it is one: into the draft, or saved at once. */
    public void commit(String typed) {
      try {
        String normal = written(key, typed);
        Edit edit = new Edit(task, key, normal);
        error.set(isDrafted(key) ? contradiction(with(tried.get(), key, edit)) : "");
        if (error.get().isEmpty() && !normal.equals(text.get())) {
          take(List.of(edit));
        }
      } catch (BadValue bad) {
        error.set(refusal(key, bad));
      }
    }

    /** Goes back to the default, in the draft or at once. */
    public void reset() {
      error.set("");
      take(List.of(new Edit(task, key, null)));
    }
  }

  private String refusal(SettingKey<?> key, BadValue bad) {
    return (isDrafted(key) ? "Not possible. Allowed: " : "Not saved. Allowed: ") + bad.getMessage();
  }

  private static <T> String written(SettingKey<T> key, String typed) throws BadValue {
    return key.type().format(key.type().parse(typed));
  }

  /**
   * The row of the setting of that name.
   *
   * @throws IllegalArgumentException where there is none
   */
  Row row(String name) {
    return rows.values().stream()
        .filter(row -> row.key().name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no setting " + name));
  }

  /** A row. */
  public Row row(SettingKey<?> key) {
    Row row = rows.get(key);
    if (row == null) {
      throw new IllegalArgumentException("no setting here: " + key);
    }
    return row;
  }

  /** All rows in the order they are shown. */
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** What is wrong in the file. */
  public ReadOnlyListProperty<Problem> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  /** Why saving failed; empty where it did not. */
  public ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The file, for those who like to edit it. */
  public String file() {
    return store.get().file().toString();
  }

  /** Sets both ends of the rest window at once. */
  public void restWindow(long earliestMinutes, long latestMinutes) {
    List<Edit> edits = new ArrayList<>();
    edit(edits, RestRule.EARLIEST, earliestMinutes + "m");
    edit(edits, RestRule.LATEST, latestMinutes + "m");
    if (!edits.isEmpty()) {
      take(edits);
    }
  }

  private void edit(List<Edit> edits, SettingKey<?> key, String typed) {
    try {
      String normal = written(key, typed);
      row(key).error.set("");
      if (!normal.equals(row(key).text.get())) {
        edits.add(new Edit(task, key, normal));
      }
    } catch (BadValue bad) {
      row(key).error.set(refusal(key, bad));
    }
  }

  /** What rules say against each other; empty where nothing. */
  private static String contradiction(Preferences rules) {
    return rules.get(RestRule.EARLIEST).compareTo(rules.get(RestRule.LATEST)) > 0
        ? "Not possible. The earliest moment of a rest would come after the latest."
        : "";
  }

  private boolean isDrafted(SettingKey<?> key) {
    return task == null && SettingGroup.of(key).isOfRules();
  }

  private void take(List<Edit> edits) {
    if (edits.stream().allMatch(edit -> isDrafted(edit.key()))) {
      draft(edits);
    } else {
      save(edits);
    }
  }

  /** Puts the rules of a rhythm into the draft. */
  public void draft(RhythmPreset rhythm) {
    draft(
        rhythm.rules().entrySet().stream()
            .map(rule -> normal(rule.getKey(), rule.getValue()))
            .toList());
  }

  private <T> Edit normal(SettingKey<T> key, String text) {
    Edit edit = new Edit(task, key, text);
    return new Edit(task, key, key.type().format(with(inForce, key, edit).get(key)));
  }

  /** Puts edits of rules, written as the file writes them, into the draft; the newest counts. */
  private void draft(List<Edit> edits) {
    Map<SettingKey<?>, Edit> all = new LinkedHashMap<>();
    draft.forEach(edit -> all.put(edit.key(), edit));
    edits.forEach(edit -> all.put(edit.key(), edit));
    all.keySet().forEach(key -> row(key).error.set(""));
    redraft(all.values());
  }

  /** What is edited and not applied. */
  public ReadOnlyListProperty<Edit> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /** The settings in force with the draft over them. */
  public ReadOnlyObjectProperty<Preferences> triedProperty() {
    return tried.getReadOnlyProperty();
  }

  /** Saves the draft, which is in force then. It stays a draft where it cannot be saved. */
  public void apply() {
    if (!draft.isEmpty()) {
      save(List.copyOf(draft));
    }
  }

  /** Drops the draft, and what was typed and is not possible. */
  public void revert() {
    rows.values().forEach(row -> row.error.set(""));
    redraft(List.of());
  }

  /** Keeps those edits that change something, and shows what they make. */
  private void redraft(Collection<Edit> edits) {
    List<Edit> kept = edits.stream().filter(edit -> changes(edit.key(), edit)).toList();
    Preferences all = inForce;
    for (Edit edit : kept) {
      all = with(all, edit.key(), edit);
    }
    for (Row row : rows.values()) {
      fill(row, row.key, all);
    }
    if (!kept.equals(List.copyOf(draft))) {
      draft.setAll(kept);
    }
    tried.set(all);
  }

  private static <T> Preferences with(Preferences before, SettingKey<T> key, Edit edit) {
    String text = edit.text();
    try {
      return text == null
          ? before.without(edit.task(), key)
          : before.withText(edit.task(), key, text);
    } catch (BadValue impossible) {
      throw new IllegalArgumentException(key + " cannot be " + text, impossible);
    }
  }

  private <T> boolean changes(SettingKey<T> key, Edit edit) {
    return edit.text() == null
        ? inForce.set(null, key).isPresent()
        : !edit.text().equals(format(key, inForce));
  }

  private <T> String format(SettingKey<T> key, Preferences preferences) {
    return key.type().format(preferences.get(key, task));
  }

  private void save(List<Edit> edits) {
    background.execute(
        () -> {
          try {
            Loaded loaded = store.get().save(edits);
            screen.execute(
                () -> {
                  failure.set("");
                  show(loaded);
                });
          } catch (SettingsException failed) {
            String why = String.valueOf(failed.getMessage());
            screen.execute(() -> failure.set(why));
          }
        });
  }

  /** Shows what the file says; what is drafted stays over it. */
  public void show(Loaded loaded) {
    problems.setAll(loaded.problems());
    inForce = loaded.preferences();
    redraft(List.copyOf(draft));
  }

  private <T> void fill(Row row, SettingKey<T> key, Preferences preferences) {
    row.text.set(format(key, preferences));
    row.own.set(preferences.set(task, key).isPresent());
    row.changed.set(!row.text.get().equals(format(key, inForce)));
  }
}
