package app.respite.exchange;

import app.respite.domain.day.Change;
import app.respite.domain.time.Interval;
import app.respite.domain.work.JournalRecord;
import app.respite.domain.work.JournalRecord.Span;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.json.Json;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Imports a file into nowhere and prints the report, how much memory it took and how long. For
 * trying a file by hand and for the test of the memory:
 *
 * <p>{@code java -Xmx128m -cp target/test-classes:target/respite.jar
 * app.respite.exchange.ImportTool FILE}
 */
final class ImportTool {
  private ImportTool() {}

  public static void main(String[] args) {
    Clock clock = Clock.systemUTC();
    long began = clock.millis();
    long[] delivered = new long[1];
    ImportTarget nowhere =
        new ImportTarget() {
          @Override
          public <R extends JournalRecord> Map<UUID, R> existing(
              Class<R> kind, Collection<UUID> ids) {
            return Map.of();
          }

          @Override
          public List<Task> tasks() {
            return List.of();
          }

          @Override
          public List<Span> spans(Interval interval) {
            return List.of();
          }

          @Override
          public void accept(List<Change> batch) {
            delivered[0] += batch.size();
          }
        };
    ImportReport report =
        new Importer()
            .run(
                Path.of(args[0]),
                ImportOptions.of(new UUID(1, 1), new UUID(2, 2), "salt", clock.instant()),
                nowhere);
    System.out.println(Json.write(report.toJson(ZoneOffset.UTC), ZoneOffset.UTC));
    System.out.printf(
        Locale.ROOT,
        "delivered %d, heap limit %d MB, %d ms, notes %s%n",
        delivered[0],
        Runtime.getRuntime().maxMemory() >> 20,
        clock.millis() - began,
        report.notes());
  }
}
