package app.respite.domain.money;

import app.respite.domain.work.JournalRecord.Pay;
import app.respite.domain.work.JournalRecord.Rate;
import app.respite.domain.work.JournalRecord.Task;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** What tasks pay on which day: a raise begins on its day and changes nothing before (B80). */
public final class PayRates {
  private final Map<UUID, NavigableMap<LocalDate, Pay>> byTask = new HashMap<>();

  /** The rates of tasks; a task's own pay counts before its first dated one. */
  public PayRates(Collection<Task> tasks, Collection<Rate> rates) {
    tasks.forEach(task -> of(task.id()).put(LocalDate.MIN, task.pay()));
    rates.forEach(rate -> of(rate.task()).put(rate.from(), rate.pay()));
  }

  private NavigableMap<LocalDate, Pay> of(UUID task) {
    return byTask.computeIfAbsent(task, any -> new TreeMap<>());
  }

  /** What work on a task that ended on a logical day pays; nothing where that is not known. */
  public Pay at(UUID task, LocalDate day) {
    NavigableMap<LocalDate, Pay> rates = byTask.get(task);
    Map.Entry<LocalDate, Pay> found = rates == null ? null : rates.floorEntry(day);
    return found == null ? Pay.NONE : found.getValue();
  }

  /** All rates of a task, by the day they begin on; {@link LocalDate#MIN} stands for the start. */
  public NavigableMap<LocalDate, Pay> all(UUID task) {
    return new TreeMap<>(byTask.getOrDefault(task, new TreeMap<>()));
  }
}
