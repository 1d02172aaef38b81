package app.respite.exchange;

import app.respite.domain.work.JournalRecord.ItemOutcome;
import app.respite.exchange.ImportException.Kind;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Label Studio's full JSON: an array of tasks with their annotations, or one task alone; and its
 * JSON-MIN, where each task is one annotation without the skipped ones and without reviews. Only
 * ids, times and outcomes are looked at; results, drafts, predictions and task data are passed over
 * unread, so memory does not grow with the file.
 *
 * <p>An annotation without a review is pending: it was handed in and nobody decided. The Community
 * edition has no reviews, so there everything stays pending.
 */
final class LabelStudioJson implements ImportFormat {
  static final int LONGEST_TEXT = 16 << 20;

  private static final Duration RESAVED = Duration.ofSeconds(1);

  /** Regions of one annotation whose ids are told apart; beyond it every entry counts. */
  private static final int REGIONS = 100_000;

  private static final Pattern SECONDS =
      Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,2})?");
  private static final Pattern EPOCH = Pattern.compile("[0-9]{9,11}(\\.[0-9]{1,9})?");

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          // Python writes an unknown lead time as a bare NaN.
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(LONGEST_TEXT)
                  .maxNestingDepth(500)
                  .build())
          .build();

  @Override
  public String name() {
    return "labelstudio-json";
  }

  @Override
  public String tool() {
    return "Label Studio";
  }

  @Override
  public boolean sniff(String head) {
    String start = head.stripLeading();
    if (!start.startsWith("[") && !start.startsWith("{")) {
      return false;
    }
    if (start.startsWith("[") && start.substring(1).strip().equals("]")) {
      return true;
    }
    return start.contains("\"completions\"")
        || (start.contains("\"annotation_id\"") && start.contains("\"lead_time\""))
        || (start.contains("\"annotations\"")
            && (start.contains("\"completed_by\"")
                || start.contains("\"lead_time\"")
                || start.contains("\"was_cancelled\"")
                || start.contains("\"drafts\"")
                || start.contains("\"total_annotations\"")));
  }

  @Override
  public void read(InputStream utf8, ImportOptions options, ImportSink sink) throws IOException {
    try (JsonParser parser = FACTORY.createParser(new Utf8Check(utf8))) {
      try {
        readAll(parser, options, sink);
      } catch (JsonEOFException cutOff) {
        throw ImportException.endsEarly(parser.currentLocation().getByteOffset(), cutOff);
      } catch (StreamConstraintsException tooMuch) {
        throw new ImportException(
            Kind.INPUT,
            at(parser)
                + "nested too deeply or a text longer than 16 MiB: no export of Label Studio. "
                + "Export it again as JSON.",
            tooMuch);
      } catch (JsonProcessingException | CharConversionException broken) {
        throw new ImportException(Kind.INPUT, at(parser) + what(broken), broken);
      }
    }
  }

  private static String what(IOException broken) {
    String message =
        broken instanceof JsonProcessingException json
            ? json.getOriginalMessage()
            : String.valueOf(broken.getMessage());
    if (message.startsWith("Duplicate")) {
      return "the same field twice in one object. Export it again as JSON.";
    }
    return "this is not JSON. Export it again as JSON.";
  }

  private static String at(JsonParser parser) {
    return String.format(
        Locale.ROOT,
        "line %d, byte %d: ",
        parser.currentLocation().getLineNr(),
        parser.currentLocation().getByteOffset());
  }

  private static void readAll(JsonParser from, ImportOptions options, ImportSink sink)
      throws IOException {
    for (JsonToken token = from.nextToken(); token != null; token = from.nextToken()) {
      if (token == JsonToken.START_OBJECT) {
        readTask(from, options, sink);
      } else if (token == JsonToken.START_ARRAY) {
        while (from.nextToken() != JsonToken.END_ARRAY) {
          if (from.currentToken() == JsonToken.START_OBJECT) {
            readTask(from, options, sink);
          } else {
            sink.refuse(line(from), "not a task but " + describe(from));
            from.skipChildren();
          }
        }
      } else {
        throw new ImportException(
            Kind.INPUT, at(from) + "neither a list of tasks nor a task. Export it again as JSON.");
      }
    }
  }

  private static void readTask(JsonParser from, ImportOptions options, ImportSink sink)
      throws IOException {
    long line = line(from);
    Gathered flat = new Gathered();
    String project = "";
    while (from.nextToken() != JsonToken.END_OBJECT) {
      String field = from.currentName();
      JsonToken value = from.nextToken();
      switch (field) {
        case "annotations", "completions" -> readAnnotations(from, options, sink);
        case "annotation_id" -> flat.id = scalar(from);
        case "project" -> project = scalar(from);
        case "annotator" -> flat.worker = scalar(from);
        // A task has these too; they count only where it turns out to be an annotation.
        case "created_at" -> flat.created = time(from);
        case "updated_at" -> flat.updated = time(from);
        case "lead_time" -> flat.lead = leadMillis(scalar(from)).orElse(null);
        default -> {
          if (value.isStructStart()) {
            from.skipChildren();
          }
        }
      }
    }
    if (!flat.id.isEmpty()) {
      // Here a project is a field of the data.
      give(flat, line, options, sink);
    } else if (project.matches("[0-9]{1,18}")) {
      sink.project(project);
    }
  }

  private static void readAnnotations(JsonParser from, ImportOptions options, ImportSink sink)
      throws IOException {
    if (from.currentToken() != JsonToken.START_ARRAY) {
      from.skipChildren();
      return;
    }
    while (from.nextToken() != JsonToken.END_ARRAY) {
      if (from.currentToken() == JsonToken.START_OBJECT) {
        readAnnotation(from, options, sink);
      } else {
        // Some API answers list annotations by id only.
        sink.refuse(line(from), "an annotation without its fields; export the full JSON");
        from.skipChildren();
      }
    }
  }

  /** What is gathered of one annotation while its fields go by in any order. */
  private static final class Gathered {
    String id = "";
    String worker = "";
    String alias = "";
    boolean cancelled;
    @Nullable String created;
    @Nullable String updated;
    @Nullable Long lead;
    @Nullable Boolean accepted;
    @Nullable Instant reviewed;
    int units;
  }

  private static void readAnnotation(JsonParser from, ImportOptions options, ImportSink sink)
      throws IOException {
    long line = line(from);
    Gathered it = new Gathered();
    while (from.nextToken() != JsonToken.END_OBJECT) {
      String field = from.currentName();
      JsonToken value = from.nextToken();
      switch (field) {
        case "id" -> it.id = scalar(from);
        case "completed_by" -> {
          if (value == JsonToken.START_OBJECT) {
            readWorker(from, it);
          } else {
            it.worker = scalar(from);
          }
        }
        // "skipped" is what it was called before 1.0.
        case "was_cancelled", "skipped" -> {
          it.cancelled |= value == JsonToken.VALUE_TRUE;
          from.skipChildren();
        }
        case "created_at" -> it.created = time(from);
        case "updated_at" -> it.updated = time(from);
        case "lead_time" -> it.lead = leadMillis(scalar(from)).orElse(null);
        case "reviews" -> readReviews(from, it);
        case "result" -> it.units = countRegions(from);
        default -> from.skipChildren();
      }
    }
    give(it, line, options, sink);
  }

  private static void give(Gathered it, long line, ImportOptions options, ImportSink sink) {
    if (it.id.isEmpty()) {
      sink.refuse(line, "an annotation without an id");
    } else {
      sink.item(item(it, options.now()));
    }
  }

  private static ToolItem item(Gathered it, Instant now) {
    Optional<Instant> created = parse(it.created);
    Instant end = created.filter(time -> Times.isUsable(time, now)).orElse(null);
    Instant updated = parse(it.updated).filter(time -> Times.isUsable(time, now)).orElse(null);
    boolean resaved =
        end != null && updated != null && Duration.between(end, updated).compareTo(RESAVED) > 0;
    if (it.reviewed != null && (updated == null || it.reviewed.isAfter(updated))) {
      updated = it.reviewed;
    }
    return new ToolItem(
        Ids.labelStudio(it.id, created.orElse(null)),
        Ids.labelStudioKey(it.id, created.orElse(null)),
        it.worker,
        it.alias,
        null,
        end,
        it.lead,
        outcome(it),
        Math.max(it.units, 1),
        null,
        updated,
        resaved,
        it.created != null && end == null);
  }

  private static ItemOutcome outcome(Gathered it) {
    if (it.cancelled) {
      return ItemOutcome.SKIPPED;
    }
    if (it.accepted == null) {
      return ItemOutcome.PENDING;
    }
    return it.accepted ? ItemOutcome.ACCEPTED : ItemOutcome.REJECTED;
  }

  private static void readWorker(JsonParser from, Gathered it) throws IOException {
    while (from.nextToken() != JsonToken.END_OBJECT) {
      String field = from.currentName();
      from.nextToken();
      switch (field) {
        case "id" -> it.worker = scalar(from);
        case "email" -> it.alias = scalar(from);
        default -> from.skipChildren();
      }
    }
  }

  /** The newest review decides. */
  private static void readReviews(JsonParser from, Gathered it) throws IOException {
    if (from.currentToken() != JsonToken.START_ARRAY) {
      from.skipChildren();
      return;
    }
    while (from.nextToken() != JsonToken.END_ARRAY) {
      if (from.currentToken() != JsonToken.START_OBJECT) {
        from.skipChildren();
        continue;
      }
      Boolean accepted = null;
      Instant at = null;
      while (from.nextToken() != JsonToken.END_OBJECT) {
        String field = from.currentName();
        JsonToken value = from.nextToken();
        if (field.equals("accepted") && value.isBoolean()) {
          accepted = value == JsonToken.VALUE_TRUE;
        } else if (field.equals("created_at")) {
          at = parse(time(from)).orElse(null);
        } else {
          from.skipChildren();
        }
      }
      boolean newer = it.reviewed == null || (at != null && !at.isBefore(it.reviewed));
      if (accepted != null && newer) {
        it.accepted = accepted;
        it.reviewed = at;
      }
    }
  }

  /** Regions by distinct id; relations between regions are none. */
  private static int countRegions(JsonParser from) throws IOException {
    if (from.currentToken() != JsonToken.START_ARRAY) {
      from.skipChildren();
      return 0;
    }
    Set<String> ids = new HashSet<>();
    int nameless = 0;
    while (from.nextToken() != JsonToken.END_ARRAY) {
      if (from.currentToken() != JsonToken.START_OBJECT) {
        from.skipChildren();
        continue;
      }
      String id = "";
      boolean relation = false;
      while (from.nextToken() != JsonToken.END_OBJECT) {
        String field = from.currentName();
        from.nextToken();
        switch (field) {
          case "id" -> id = scalar(from);
          case "type" -> relation = scalar(from).equals("relation");
          default -> from.skipChildren();
        }
      }
      if (relation) {
        continue;
      }
      if (id.isEmpty() || id.length() > 100 || ids.size() >= REGIONS) {
        nameless++;
      } else {
        ids.add(id);
      }
    }
    return ids.size() + nameless;
  }

  /**
   * A lead time in milliseconds; empty where it is no plain number, negative or longer than a day.
   */
  static Optional<Long> leadMillis(String seconds) {
    String text = seconds.strip();
    if (!SECONDS.matcher(text).matches()) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(text);
    if (value.compareTo(BigDecimal.valueOf(86_400)) > 0) {
      return Optional.empty();
    }
    return Optional.of(value.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  /** The first releases wrote seconds since 1970, later ones ISO-8601. */
  private static Optional<Instant> parse(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    if (!EPOCH.matcher(text).matches()) {
      return Times.iso(text);
    }
    try {
      BigDecimal seconds = new BigDecimal(text);
      return Optional.of(
          Instant.ofEpochSecond(
              seconds.longValue(),
              seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue()));
    } catch (DateTimeException | ArithmeticException absurd) {
      return Optional.empty();
    }
  }

  private static @Nullable String time(JsonParser from) throws IOException {
    String text = scalar(from);
    return text.isEmpty() ? null : text;
  }

  /** A text or number as text; anything else is passed over and empty. */
  private static String scalar(JsonParser from) throws IOException {
    JsonToken token = from.currentToken();
    if (token == JsonToken.VALUE_STRING || token.isNumeric()) {
      String text = from.getText();
      return text.length() > 1000 ? "" : text;
    }
    from.skipChildren();
    return "";
  }

  private static String describe(JsonParser from) throws IOException {
    return Words.quote(from.getText());
  }

  private static long line(JsonParser from) {
    return from.currentTokenLocation().getLineNr();
  }
}
