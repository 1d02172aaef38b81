package app.respite.exchange;

import app.respite.exchange.ImportException.Kind;
import app.respite.exchange.ImportReport.WorkerRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose work a file holds: the work of others is never taken for the user's (B79). Of several
 * workers one has to be named, once for each source; who was named is known again by a hash.
 */
final class WhoseWork {
  private static final int SHOWN = 12;

  private static final String WAY =
      "Nothing was stored: say which one is you with --worker ID, or take everybody's on purpose"
          + " with --all-workers";

  private final ImportFormat format;
  private final List<WorkerRows> workers;
  private final Set<String> sources;
  private final ImportOptions options;

  WhoseWork(ImportFormat format, FirstPass firstPass, ImportOptions options) {
    this.format = format;
    this.workers = firstPass.named() == 0 ? List.of() : firstPass.everyWorker();
    this.sources = sources(format, firstPass.projects());
    this.options = options;
  }

  private static Set<String> sources(ImportFormat format, Set<String> projects) {
    return projects.isEmpty()
        ? Set.of(format.tool())
        : projects.stream()
            .map(project -> format.tool() + " project " + project)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Respite's own journals are the user's. */
  private boolean isAsked() {
    return !options.whose().everybody() && !format.name().equals(RespiteJsonl.NAME);
  }

  /** Who the user was in these sources before and is in this file; null where that is not known. */
  @Nullable String known() {
    if (!isAsked() || options.worker() != null) {
      return null;
    }
    Set<String> hashes = remembered();
    List<WorkerRows> own =
        workers.stream().filter(one -> names(one).anyMatch(hashes::contains)).toList();
    return own.size() == 1 ? own.getFirst().worker() : null;
  }

  private Set<String> remembered() {
    Set<String> hashes = new LinkedHashSet<>();
    sources.forEach(source -> hashes.addAll(options.whose().identities().known(source)));
    return hashes;
  }

  private Stream<String> names(WorkerRows worker) {
    return Stream.of(worker.worker(), worker.alias())
        .filter(name -> !name.isEmpty())
        .map(name -> Ids.workerHash(options.salt(), name));
  }

  /** That a worker was taken without being named. */
  String said(String worker) {
    String name =
        workers.stream()
            .filter(one -> one.worker().equals(worker))
            .map(WorkerRows::name)
            .findFirst()
            .orElse(worker);
    return "Only what "
        + Words.quote(name)
        + " did was taken, whom you named before for "
        + String.join(", ", sources)
        + "; --worker names another.";
  }

  /**
   * Refuses what is not known to be the user's.
   *
   * @param worker who is taken, or null
   */
  void refuseOthers(@Nullable String worker, FirstPass firstPass) {
    if (worker != null) {
      if (!firstPass.hasWanted()) {
        throw new ImportException(
            Kind.INPUT,
            "nothing in this file is by " + Words.quote(worker) + "; in it are " + list() + ".");
      }
    } else if (isAsked() && workers.size() > 1) {
      throw ImportException.ofWorkers(
          workers.size() + " workers are in this file: " + list() + ". " + WAY, workers);
    } else if (isAsked() && workers.size() == 1 && !remembered().isEmpty()) {
      throw ImportException.ofWorkers(
          "all of this file is by "
              + list()
              + ", and you named another for "
              + String.join(", ", sources)
              + ". "
              + WAY,
          workers);
    }
  }

  private String list() {
    String named =
        workers.stream()
            .limit(SHOWN)
            .map(one -> Words.quote(one.name()) + " (" + one.rows() + ")")
            .collect(Collectors.joining(", "));
    return workers.size() > SHOWN ? named + " and " + (workers.size() - SHOWN) + " more" : named;
  }

  /** Remembers who the user said to be, once the file is taken. */
  void remember(ImportOptions told) {
    String wanted = told.worker();
    if (wanted == null || told.dryRun() || !isAsked()) {
      return;
    }
    Set<String> hashes =
        workers.stream()
            .filter(one -> ToolItem.isSame(wanted, one.worker(), one.alias()))
            .flatMap(this::names)
            .collect(Collectors.toCollection(TreeSet::new));
    if (!hashes.isEmpty()) {
      told.whose().identities().remember(sources, hashes);
    }
  }
}
