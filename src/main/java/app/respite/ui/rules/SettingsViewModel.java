package app.respite.ui.rules;

import app.respite.coach.port.SettingsException;
import app.respite.coach.port.SettingsStore;
import app.respite.coach.port.SettingsStore.Edit;
import app.respite.coach.port.SettingsStore.Loaded;
import app.respite.coach.port.SettingsStore.Problem;
import app.respite.domain.breaks.RestRule;
import app.respite.domain.day.SettingCatalog;
import app.respite.domain.setting.BadValue;
import app.respite.domain.setting.Preferences;
import app.respite.domain.setting.SettingKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import org.jspecify.annotations.Nullable;

/**
 * Settings as a page shows and changes them: for everybody, or those a task has of its own. A value
 * that is none saves nothing and says what is allowed.
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

    private Row(SettingKey<?> key) {
      this.key = key;
      text.set(key.fallbackText());
    }

    /** What is set. */
    public SettingKey<?> key() {
      return key;
    }

    /** The value in force, as it is written in the file. */
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

    /** Saves a text as the value where it is one. */
    public void commit(String typed) {
      try {
        String normal = normal(key, typed);
        error.set("");
        if (!normal.equals(text.get())) {
          save(List.of(new Edit(task, key, normal)));
        }
      } catch (BadValue bad) {
        error.set("Not saved. Allowed: " + bad.getMessage());
      }
    }

    /** Goes back to the default. */
    public void reset() {
      error.set("");
      save(List.of(new Edit(task, key, null)));
    }
  }

  private static <T> String normal(SettingKey<T> key, String typed) throws BadValue {
    return key.type().format(key.type().parse(typed));
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
      save(edits);
    }
  }

  private void edit(List<Edit> edits, SettingKey<?> key, String typed) {
    try {
      String normal = normal(key, typed);
      row(key).error.set("");
      if (!normal.equals(row(key).text.get())) {
        edits.add(new Edit(task, key, normal));
      }
    } catch (BadValue bad) {
      row(key).error.set("Not saved. Allowed: " + bad.getMessage());
    }
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

  /** Shows what the file says. */
  public void show(Loaded loaded) {
    problems.setAll(loaded.problems());
    for (Row row : rows.values()) {
      fill(row, row.key, loaded.preferences());
    }
  }

  private <T> void fill(Row row, SettingKey<T> key, Preferences preferences) {
    row.text.set(key.type().format(preferences.get(key, task)));
    row.own.set(preferences.set(task, key).isPresent());
  }
}
