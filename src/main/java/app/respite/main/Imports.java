package app.respite.main;

import app.respite.cli.ProgramServices;
import app.respite.cli.ProgramServices.ImportCall;
import app.respite.coach.CoachCore;
import app.respite.coach.Tasks;
import app.respite.coach.port.Clock;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.CoachRequest;
import app.respite.coach.port.Reason;
import app.respite.domain.day.Change;
import app.respite.domain.setting.Preferences;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.exchange.Formats;
import app.respite.exchange.ImportException;
import app.respite.exchange.ImportOptions;
import app.respite.exchange.ImportReport;
import app.respite.exchange.ImportReport.WorkerRows;
import app.respite.exchange.ImportTarget;
import app.respite.exchange.Importer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Imports files into the journal, through whoever holds it. */
final class Imports {
  /** As many as a line of the socket takes where no text in them is long. */
  private static final int TRANSACTION = 100;

  private static final int SALT_BYTES = 16;
  private static final String OWN = "respite";

  private final ProgramServices world;
  private final Folders folders;
  private final Clock clock;

  Imports(ProgramServices world, Folders folders, Clock clock) {
    this.world = world;
    this.folders = folders;
    this.clock = clock;
  }

  List<Map<String, @Nullable Object>> run(ImportCall call) {
    List<Map<String, @Nullable Object>> reports = new ArrayList<>();
    for (Path file : call.files()) {
      reports.add(run(file, call));
    }
    return reports;
  }

  private Map<String, @Nullable Object> run(Path file, ImportCall call) {
    String format = formatOf(file, call.format());
    boolean own = format.equals(OWN);
    String source = Formats.tool(format);
    if (call.dryRun()) {
      try (ProgramServices.Reading reading = world.reading()) {
        UUID task =
            own
                ? new UUID(0, 0)
                : task(reading, call, source).map(Task::id).orElseGet(UUID::randomUUID);
        return report(
            file,
            call,
            task,
            null,
            target(
                reading,
                batch -> {
                  throw new IllegalStateException("a dry run writes");
                }));
      }
    }
    try (ProgramServices.Writer writer = world.writer();
        ProgramServices.Reading reading = world.reading()) {
      Optional<Task> known = own ? Optional.empty() : task(reading, call, source);
      Task task =
          known.orElseGet(
              () ->
                  Task.named(
                      UUID.randomUUID(), call.task() == null ? source : call.task().strip()));
      // A file that cannot be imported must leave nothing behind, so the task comes with its items.
      AtomicBoolean there = new AtomicBoolean(own || known.isPresent());
      return report(
          file,
          call,
          task.id(),
          own ? null : task.name(),
          target(
              reading,
              batch -> {
                if (there.compareAndSet(false, true)) {
                  make(writer, task);
                }
                send(writer, batch);
              }));
    }
  }

  private static ImportTarget target(
      ProgramServices.Reading reading, Consumer<List<Change>> writer) {
    return ImportTarget.of(
        reading.journal(),
        CoachCore.openSession(reading.journal(), Preferences.DEFAULTS).orElse(null),
        writer);
  }

  private Map<String, @Nullable Object> report(
      Path file, ImportCall call, UUID task, @Nullable String taskName, ImportTarget target) {
    ImportOptions options =
        ImportOptions.of(task, UUID.randomUUID(), salt(), clock.read().wall())
            .withFormat(call.format())
            .withWorker(call.worker())
            .withDryRun(call.dryRun())
            .withProgress(
                (read, size) -> {
                  call.progress().read(read, size);
                  return true;
                });
    if (!call.allWorkers()) {
      options = options.withOnlyMine(new RememberedWorkers(folders.data()));
    }
    try {
      ImportReport report = new Importer().run(file, options, target);
      Map<String, @Nullable Object> json = new LinkedHashMap<>(report.toJson(clock.zone()));
      List<String> notes = new ArrayList<>(report.notes());
      if (call.task() == null && taskName != null) {
        notes.add("The items belong to the task " + taskName + "; name another with --task.");
      }
      if (!notes.isEmpty()) {
        json.put("notes", notes);
      }
      return json;
    } catch (ImportException failed) {
      if (failed.kind() == ImportException.Kind.WORKERS) {
        return refusal(file, call, failed);
      }
      throw asCoach(failed);
    }
  }

  /** The document in place of a report: who is in the file, and what to do. */
  private Map<String, @Nullable Object> refusal(Path file, ImportCall call, ImportException why) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("format", formatOf(file, call.format()));
    json.put("why", why.getMessage());
    json.put("workers", why.workers().stream().map(Imports::worker).toList());
    return json;
  }

  private static Map<String, @Nullable Object> worker(WorkerRows one) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("worker", one.worker());
    if (!one.alias().isEmpty()) {
      json.put("name", one.alias());
    }
    json.put("items", one.rows());
    return json;
  }

  private String formatOf(Path file, @Nullable String named) {
    try {
      return new Importer().formatOf(file, named);
    } catch (ImportException failed) {
      throw asCoach(failed);
    }
  }

  private static CoachException asCoach(ImportException failed) {
    Kind kind =
        switch (failed.kind()) {
          case INPUT, CUT_OFF, QUOTES, WORKERS -> Kind.WRONG;
          case CANCELLED -> Kind.NO;
          case IO -> Kind.STORE;
        };
    return new CoachException(kind, String.valueOf(failed.getMessage()), failed);
  }

  /**
   * The task the items belong to: the one named, the only one there is, or one named after the
   * tool; empty where it is still to be made.
   */
  private static Optional<Task> task(
      ProgramServices.Reading reading, ImportCall call, String source) {
    Tasks tasks = new Tasks(reading.journal());
    if (call.task() != null) {
      return tasks.all().isEmpty() ? Optional.empty() : Optional.of(tasks.named(call.task()));
    }
    List<Task> open = tasks.open();
    return open.size() == 1
        ? Optional.of(open.getFirst())
        : tasks.all().stream().filter(task -> task.name().equals(source)).findFirst();
  }

  private static void make(ProgramServices.Writer writer, Task task) {
    writer.ask(new CoachRequest.SaveTask(task, null));
  }

  /** A batch in short transactions, each small enough for a line of the socket. */
  private static void send(ProgramServices.Writer writer, List<Change> batch) {
    for (int from = 0; from < batch.size(); from += TRANSACTION) {
      sendAtOnce(writer, batch.subList(from, Math.min(batch.size(), from + TRANSACTION)));
    }
  }

  private static void sendAtOnce(ProgramServices.Writer writer, List<Change> part) {
    List<JournalRecord> put = new ArrayList<>();
    List<Change.Remove> remove = new ArrayList<>();
    for (Change change : part) {
      switch (change) {
        case Change.Put(JournalRecord record) -> put.add(record);
        case Change.Remove gone -> remove.add(gone);
      }
    }
    try {
      writer.ask(new CoachRequest.Import(put, remove));
    } catch (CoachException tooLong) {
      if (tooLong.kind() != CoachException.Kind.TOO_LONG || part.size() == 1) {
        throw tooLong;
      }
      int half = part.size() / 2;
      sendAtOnce(writer, part.subList(0, half));
      sendAtOnce(writer, part.subList(half, part.size()));
    }
  }

  /** Hides who other workers are; the same at every import of this journal. */
  private String salt() {
    Path file = folders.data().resolve("worker.salt");
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(random);
        PrivateFolder.make(folders.data());
        Files.writeString(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException failed) {
      throw new CoachException(
          Kind.STORE, "cannot read or write " + file + ": " + Reason.of(failed), failed);
    }
  }
}
