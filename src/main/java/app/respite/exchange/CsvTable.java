package app.respite.exchange;

import app.respite.domain.text.PlainText;
import app.respite.exchange.ImportException.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * A table in text with a header, read row by row. The delimiter is found by the column names that
 * are known; columns are found by name in any case and order. A row that is shorter than the header
 * ends in empty cells, one that is longer is refused.
 */
final class CsvTable {
  private static final int LONGEST_ROW = 16 << 20;
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};

  private final List<String> header;
  private final Map<String, List<Integer>> columns = new HashMap<>();

  private CsvTable(CSVRecord header) {
    this.header = header.toList().stream().map(PlainText::without).map(String::strip).toList();
    for (int i = 0; i < this.header.size(); i++) {
      columns
          .computeIfAbsent(this.header.get(i).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(i);
    }
  }

  /** What is done with each row. */
  interface RowReader {
    /** One row; one that cannot be taken is refused by throwing. */
    void row(Row row) throws BadRow;
  }

  /** Looks at the header before the first row comes. */
  interface HeaderReader {
    /** The reader of the rows. */
    RowReader header(CsvTable table);
  }

  /** One row. */
  record Row(CSVRecord cells, long line) {
    /** The cell of a column, empty where the row ends before it or there is no such column. */
    String get(Column column) {
      String value = null;
      for (int at : column.at()) {
        String cell = at < cells.size() ? cells.get(at) : "";
        if (value != null && !value.equals(cell)) {
          throw new ImportException(
              Kind.INPUT,
              String.format(
                  Locale.ROOT,
                  "line %d: column %s is there twice and the two differ. Remove one of them.",
                  line,
                  column.name()));
        }
        value = cell;
      }
      return value == null ? "" : value;
    }
  }

  /** Where a column is: nowhere, at one place, or at several where its name repeats. */
  record Column(String name, List<Integer> at) {
    boolean isThere() {
      return !at.isEmpty();
    }
  }

  /** A column by any of its names; one that is not there is empty in every row. */
  Column column(String... names) {
    for (String name : names) {
      List<Integer> at = columns.get(name.toLowerCase(Locale.ROOT));
      if (at != null) {
        return new Column(name, at);
      }
    }
    return new Column(names[0], List.of());
  }

  /**
   * A column by any of its names.
   *
   * @throws ImportException where there is none
   */
  Column needed(String... names) {
    Column column = column(names);
    if (!column.isThere()) {
      List<String> some = header.subList(0, Math.min(30, header.size()));
      throw new ImportException(
          Kind.INPUT,
          String.format(
              Locale.ROOT,
              "line 1: the column %s is missing; there are: %s%s. Export the file again with it.",
              names[0],
              PlainText.without(String.join(", ", some)),
              some.size() < header.size() ? ", …" : ""));
    }
    return column;
  }

  /** The names in the first row of a text, in lower case, split the way that knows most of them. */
  static Set<String> header(String head, Set<String> known) {
    return new HashSet<>(firstRow(head, delimiter(head, known)));
  }

  /**
   * Reads a table.
   *
   * @param known column names in lower case that tell the delimiter
   */
  static void read(
      InputStream utf8,
      Set<String> known,
      ImportOptions options,
      ImportSink sink,
      HeaderReader reader)
      throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                utf8,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)),
            1 << 16);
    Guarded guarded = new Guarded(text);
    long line = 0;
    try {
      char delimiter = delimiter(peek(text), known);
      CSVFormat format = format(delimiter, options.backslashQuotes());
      try (CSVParser parser = CSVParser.builder().setReader(guarded).setFormat(format).get()) {
        Iterator<CSVRecord> rows = parser.iterator();
        line = 1;
        CsvTable table = new CsvTable(rows.next());
        RowReader take = reader.header(table);
        guarded.rowIsDone();
        line = parser.getCurrentLineNumber() + 1;
        while (rows.hasNext()) {
          take(new Row(rows.next(), line), table, take, sink);
          guarded.rowIsDone();
          line = parser.getCurrentLineNumber() + 1;
        }
      }
    } catch (UncheckedIOException broken) {
      throw trouble(broken.getCause(), line, guarded);
    } catch (CharacterCodingException | CSVException broken) {
      throw trouble(broken, line, guarded);
    }
  }

  private static void take(Row row, CsvTable table, RowReader take, ImportSink sink) {
    if (row.cells().size() > table.header.size()) {
      sink.refuse(
          row.line(),
          String.format(
              Locale.ROOT,
              "%d cells under %d column names",
              row.cells().size(),
              table.header.size()));
      return;
    }
    try {
      take.row(row);
    } catch (BadRow bad) {
      sink.refuse(row.line(), String.valueOf(bad.getMessage()));
    }
  }

  private static ImportException trouble(@Nullable IOException broken, long line, Guarded text)
      throws IOException {
    if (broken instanceof CharacterCodingException) {
      return new ImportException(
          Kind.INPUT,
          String.format(
              Locale.ROOT,
              "after line %d: this is not valid UTF-8. Save the file as UTF-8 and import it again.",
              Math.max(line - 1, 0)),
          broken);
    }
    if (broken instanceof CSVException) {
      if (text.ended) {
        return new ImportException(
            Kind.CUT_OFF,
            String.format(
                Locale.ROOT,
                "the file ends early: a quote opened on line %d is never closed (character %d). "
                    + "Download it again, or import what is there as a part of it.",
                line,
                text.read),
            broken);
      }
      return new ImportException(
          Kind.QUOTES,
          String.format(
              Locale.ROOT,
              "line %d: a quote inside a cell is not doubled. Export the file again as CSV.",
              line),
          broken);
    }
    throw broken == null ? new IOException("unknown") : broken;
  }

  private static String peek(BufferedReader text) throws IOException {
    text.mark(SourceFile.HEAD);
    char[] head = new char[SourceFile.HEAD];
    int read = 0;
    while (read < head.length) {
      int more = text.read(head, read, head.length - read);
      if (more < 0) {
        break;
      }
      read += more;
    }
    text.reset();
    return new String(head, 0, read);
  }

  private static char delimiter(String head, Set<String> known) {
    char best = ',';
    int most = 0;
    for (char delimiter : DELIMITERS) {
      Set<String> names = new HashSet<>(firstRow(head, delimiter));
      names.retainAll(known);
      if (names.size() > most) {
        most = names.size();
        best = delimiter;
      }
    }
    return best;
  }

  private static List<String> firstRow(String head, char delimiter) {
    List<String> names = new ArrayList<>();
    try (CSVParser parser =
        CSVParser.builder()
            .setReader(new StringReader(head))
            .setFormat(format(delimiter, false))
            .get()) {
      Iterator<CSVRecord> rows = parser.iterator();
      if (rows.hasNext()) {
        rows.next().forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
      }
    } catch (IOException | UncheckedIOException notWithThis) {
      return List.of();
    }
    return names;
  }

  private static CSVFormat format(char delimiter, boolean backslash) {
    CSVFormat.Builder builder =
        CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true);
    return (backslash ? builder.setEscape('\\') : builder).get();
  }

  /** Stops a row, or a cell that is never closed, from growing without end. */
  private static final class Guarded extends Reader {
    private final Reader text;
    private long read;
    private long done;
    private boolean ended;

    Guarded(Reader text) {
      this.text = text;
    }

    void rowIsDone() {
      done = read;
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
      int got = text.read(to, from, length);
      ended |= got < 0;
      read += Math.max(got, 0);
      if (read - done > LONGEST_ROW) {
        throw new ImportException(
            Kind.INPUT,
            String.format(
                    Locale.ROOT,
                    "the row that ends after character %d is longer than 16 MiB; perhaps a quote is"
                        + " never ",
                    done)
                + "closed. Export the file again.");
      }
      return got;
    }

    @Override
    public void close() throws IOException {
      text.close();
    }
  }
}
