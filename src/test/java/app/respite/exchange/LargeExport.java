package app.respite.exchange;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;

/**
 * Writes a Label Studio export of any size: what it holds follows from the seed. {@code LargeExport
 * FILE MEGABYTES [REGIONS]}; with 0 regions the annotations are as small as they get.
 */
final class LargeExport {
  private LargeExport() {}

  public static void main(String[] args) throws IOException {
    long items =
        write(
            Path.of(args[0]),
            Long.parseLong(args[1]) << 20,
            args.length > 2 ? Integer.parseInt(args[2]) : 12,
            1);
    System.out.println(items + " annotations");
  }

  /** Writes at least so many bytes; gives the number of annotations. */
  static long write(Path file, long bytes, int regions, long seed) throws IOException {
    Random random = new Random(seed);
    Instant base = Instant.parse("2026-01-05T08:00:00Z");
    long written = 0;
    int id = 0;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      while (written < bytes) {
        id++;
        // Not in the order of time, as in real exports.
        Instant created = base.plusSeconds(((id * 7919L) % 1_000_003L) * 20);
        StringBuilder task =
            new StringBuilder(id == 1 ? "[" : ",\n")
                .append("{\"id\":")
                .append(id)
                .append(",\"annotations\":[{\"id\":")
                .append(id)
                .append(",\"completed_by\":")
                .append(1 + random.nextInt(5))
                .append(",\"result\":[");
        for (int region = 0; region < regions; region++) {
          task.append(region == 0 ? "" : ",")
              .append("{\"id\":\"r")
              .append(region)
              .append("\",\"type\":\"rectanglelabels\",\"value\":{\"x\":")
              .append(random.nextDouble())
              .append(",\"y\":")
              .append(random.nextDouble())
              .append(",\"rectanglelabels\":[\"Car\"]},\"original_width\":1920}");
        }
        task.append("],\"was_cancelled\":")
            .append(random.nextInt(20) == 0)
            .append(",\"created_at\":\"")
            .append(created)
            .append("\",\"updated_at\":\"")
            .append(created)
            .append("\",\"lead_time\":")
            .append(5 + random.nextInt(60_000) / 1000.0)
            .append("}],\"drafts\":[],\"data\":{\"image\":\"i\"}}");
        byte[] line = task.toString().getBytes(StandardCharsets.UTF_8);
        out.write(line);
        written += line.length;
      }
      out.write(']');
    }
    return id;
  }
}
