package app.respite.cli;

import app.respite.coach.MoneyService;
import app.respite.coach.port.Fields;
import app.respite.domain.money.MoneyBook;
import app.respite.domain.time.LogicalDays;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Data in, data out. */
final class ExchangeCommands {
  private ExchangeCommands() {}

  @Command(description = "Import what a labelling tool exported.")
  static final class Import extends BaseCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE")
    List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "F", description = "Default: found from the file.")
    @Nullable String format;

    @Option(names = "--task", paramLabel = "T", description = "The task the items belong to.")
    @Nullable String task;

    @Option(
        names = "--worker",
        paramLabel = "ID",
        description = "Only what this worker did: you. Remembered for the file's source.")
    @Nullable String worker;

    @Option(names = "--all-workers", description = "What everybody did, on purpose.")
    boolean allWorkers;

    @Option(names = "--dry-run", description = "Only say what would come in.")
    boolean dryRun;

    @Option(names = "--json", description = "As one JSON document a file.")
    boolean json;

    @Override
    public Integer call() {
      if (worker != null && allWorkers) {
        throw wrong("name one worker with --worker, or take all with --all-workers");
      }
      for (Path file : files) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
          throw wrong("cannot read " + file + "; give the path of a file you may read");
        }
        if (!Files.isRegularFile(file)) {
          throw wrong(
              file
                  + " is a pipe, a device or a socket; save what comes from it, and give that"
                  + " file");
        }
      }
      int status = OK;
      for (Path file : files) {
        ProgressLine progress = new ProgressLine(file, world().clock(), err());
        ProgramServices.ImportCall one =
            new ProgramServices.ImportCall(
                List.of(file), format, task, worker, allWorkers, dryRun, progress);
        List<Map<String, @Nullable Object>> reports;
        try {
          reports = world().imports(one);
        } finally {
          progress.clear();
        }
        for (Map<String, @Nullable Object> report : reports) {
          if (json) {
            print(report);
          }
          if (report.get("why") != null) {
            err().println("respite: " + report.get("why"));
            status = WRONG;
            continue;
          }
          if (!json) {
            show(file, new Fields(report));
          }
          status = Math.max(status, nothingTaken(file, new Fields(report)) ? NO : OK);
        }
      }
      return status;
    }

    /**
     * A file of which nothing could be taken is not a success; the line says what it looks like.
     */
    private boolean nothingTaken(Path file, Fields report) {
      if (report.number("new") + report.number("changed") + report.number("unchanged") > 0) {
        return false;
      }
      boolean refused = !report.list("refused").isEmpty();
      err()
          .println(
              "respite: "
                  + file
                  + ": nothing was taken; it looks like "
                  + report.text("format")
                  + (refused
                      ? " and every row was refused, the reasons are above"
                      : " and holds nothing that was done"));
      return true;
    }

    private void show(Path file, Fields report) {
      out()
          .println(
              file
                  + ": "
                  + report.text("format")
                  + ", "
                  + report.text("items")
                  + " items in "
                  + report.text("rows")
                  + " rows; "
                  + (dryRun ? "would be new " : "new ")
                  + report.text("new")
                  + ", changed "
                  + report.text("changed")
                  + ", unchanged "
                  + report.text("unchanged")
                  + "; accepted "
                  + report.text("accepted")
                  + ", rejected "
                  + report.text("rejected")
                  + ", pending "
                  + report.text("pending")
                  + ", skipped "
                  + report.text("skipped"));
      for (Fields refused : report.objects("refused")) {
        err().println(file + ":" + refused.text("line") + ": " + refused.text("why"));
      }
      for (Object note : report.list("notes")) {
        err().println(file + ": " + note);
      }
    }
  }

  @Command(description = "Write the journal out.")
  static final class Export extends BaseCommand {
    @Option(
        names = "--format",
        paramLabel = "jsonl|csv|xlsx",
        defaultValue = "jsonl",
        description = "jsonl holds everything (default), xlsx what was earned and landed.")
    String format = "jsonl";

    @Option(names = "--from", paramLabel = "D", description = "First day.")
    @Nullable String from;

    @Option(names = "--to", paramLabel = "D", description = "Last day.")
    @Nullable String to;

    @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
    @Nullable Path file;

    @Override
    public Integer call() {
      if (!List.of("jsonl", "csv", "xlsx").contains(format)) {
        throw wrong("--format takes jsonl, csv or xlsx: '" + format + "'");
      }
      LocalDate first = from == null ? null : moments().day(from);
      LocalDate last = to == null ? null : moments().day(to);
      if (first != null && last != null && last.isBefore(first)) {
        throw wrong("--to lies before --from");
      }
      if (file != null) {
        write(file, stream -> write(first, last, stream));
        return OK;
      }
      Output output = new Output();
      try {
        OutputStream stream = new BufferedOutputStream(output);
        write(first, last, stream);
        stream.flush();
        return OK;
      } catch (IOException failed) {
        return output.failure() == null ? OK : Cli.refuse(failed);
      }
    }

    private void write(@Nullable LocalDate first, @Nullable LocalDate last, OutputStream stream)
        throws IOException {
      if (!format.equals("xlsx")) {
        LogicalDays days = days();
        world()
            .export(
                format,
                first == null ? null : days.startOf(first),
                last == null ? null : days.interval(last).end(),
                stream);
        return;
      }
      MoneyBook book;
      try (ProgramServices.Reading reading = world().reading()) {
        book =
            MoneyService.book(
                reading.journal(), preferences(), first, last, today(), world().clock().zone());
      }
      world().moneyWorkbook(book, stream);
    }
  }
}
