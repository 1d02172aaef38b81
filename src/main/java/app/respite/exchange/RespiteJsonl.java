package app.respite.exchange;

import app.respite.domain.text.PlainText;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Respite's own export: one record a line, in any order. Unknown fields are passed over, unknown
 * kinds are refused line by line.
 */
final class RespiteJsonl implements ImportFormat {
  static final String NAME = "respite";
  private static final int LONGEST_LINE = 16 << 20;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean sniff(String head) {
    String first = head.stripLeading().lines().findFirst().orElse("");
    if (first.matches("\\{\\s*\"kind\"\\s*:\\s*\".*")) {
      return true;
    }
    try {
      return first.startsWith("{") && Json.readObject(first).get("kind") instanceof String;
    } catch (JsonException other) {
      return false;
    }
  }

  @Override
  public void read(InputStream utf8, ImportOptions options, ImportSink sink) throws IOException {
    Lines lines = new Lines(utf8);
    while (lines.next()) {
      if (lines.bytes == null) {
        sink.refuse(lines.number, "longer than 16 MiB");
        continue;
      }
      String text;
      try {
        text =
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(lines.bytes))
                .toString()
                .strip();
      } catch (CharacterCodingException broken) {
        sink.refuse(lines.number, "not valid UTF-8");
        continue;
      }
      if (!text.isEmpty()) {
        readLine(text, lines, options, sink);
      }
    }
  }

  private static void readLine(String text, Lines lines, ImportOptions options, ImportSink sink) {
    try {
      RecordJson.Read read = RecordJson.read(Json.readObject(text), options);
      if (read.taskName() != null) {
        sink.taskName(RecordJson.taskId(read.taskName()), read.taskName());
      }
      sink.record(lines.number, read.record());
    } catch (BadRow bad) {
      sink.refuse(lines.number, String.valueOf(bad.getMessage()));
    } catch (JsonException bad) {
      // A whole line that is broken is one thing, an end in the middle of a line another.
      if (!lines.ended && text.startsWith("{")) {
        throw ImportException.endsEarly(lines.read, bad);
      }
      sink.refuse(lines.number, PlainText.without(String.valueOf(bad.getMessage())));
    }
  }

  /** Lines as bytes, without their ends; one that is too long comes as null. */
  private static final class Lines {
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    byte @Nullable [] bytes;
    long number;
    long read;

    /** Whether the line has its line end. */
    boolean ended = true;

    Lines(InputStream in) {
      this.in = new BufferedInputStream(in, 1 << 16);
    }

    boolean next() throws IOException {
      line.reset();
      boolean tooLong = false;
      int one;
      long start = read;
      while ((one = in.read()) >= 0) {
        read++;
        if (one == '\n') {
          break;
        }
        if (line.size() < LONGEST_LINE) {
          line.write(one);
        } else {
          tooLong = true;
        }
      }
      ended = one == '\n';
      if (read == start) {
        return false;
      }
      number++;
      bytes = tooLong ? null : line.toByteArray();
      return true;
    }
  }
}
