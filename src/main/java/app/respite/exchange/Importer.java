package app.respite.exchange;

import app.respite.exchange.ImportException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Imports a file: finds its format, reads all of it once to learn what the rules need, and a second
 * time to hand it over. A file that cannot be read to its end changes nothing, unless the options
 * say that a part will do. Importing the same file again changes nothing.
 */
public final class Importer {
  private final SourceFile.Limits limits;
  private final int mostItems;

  /** With the usual limits. */
  public Importer() {
    this(SourceFile.Limits.USUAL, FirstPass.MOST_ITEMS);
  }

  Importer(SourceFile.Limits limits, int mostItems) {
    this.limits = limits;
    this.mostItems = mostItems;
  }

  /**
   * Imports one file.
   *
   * @throws ImportException where it cannot be read, is of no known format, is cut off, or holds
   *     nothing of the worker that was named
   */
  public ImportReport run(Path path, ImportOptions options, ImportTarget target) {
    SourceFile file = new SourceFile(path, limits);
    try {
      return run(file, Formats.choose(options.format(), file.head()), options, target);
    } catch (ImportException trouble) {
      throw trouble.in(file.name());
    } catch (IOException broken) {
      throw file.ioTrouble(broken);
    }
  }

  /**
   * The name of the format that {@link #run} would read a file as, packed or not.
   *
   * @param name the format's name, or null to find out from the file
   * @throws ImportException where the file cannot be read or is of no known format
   */
  public String formatOf(Path path, @Nullable String name) {
    SourceFile file = new SourceFile(path, limits);
    try {
      return Formats.choose(name, file.head()).name();
    } catch (ImportException trouble) {
      throw trouble.in(file.name());
    }
  }

  private ImportReport run(
      SourceFile file, ImportFormat format, ImportOptions options, ImportTarget target)
      throws IOException {
    List<String> notes = new ArrayList<>();
    ImportOptions used = options;
    FirstPass firstPass;
    try {
      firstPass = firstPass(file, format, used, target, notes);
    } catch (ImportException quotes) {
      if (quotes.kind() != Kind.QUOTES) {
        throw quotes;
      }
      used = options.withBackslashQuotes();
      firstPass = firstPass(file, format, used, target, notes);
      notes.add("Quotes inside cells are escaped by a backslash in this file.");
    }
    WhoseWork whose = new WhoseWork(format, firstPass, used);
    String known = whose.known();
    if (known != null) {
      used = used.withWorker(known);
      notes.clear();
      firstPass = firstPass(file, format, used, target, notes);
      notes.add(whose.said(known));
    }
    whose.refuseOthers(used.worker(), firstPass);
    ImportWriter writer = new ImportWriter(format.name(), used, firstPass, target);
    writer.begin();
    read(file, format, used, writer);
    ImportReport report = writer.end(notes);
    whose.remember(options);
    return report;
  }

  private FirstPass firstPass(
      SourceFile file,
      ImportFormat format,
      ImportOptions options,
      ImportTarget target,
      List<String> notes)
      throws IOException {
    FirstPass pass = new FirstPass(options, mostItems, format.idleInside(), target::objection);
    note(read(file, format, options, pass), notes);
    pass.finish();
    return pass;
  }

  private static void note(String remark, List<String> notes) {
    if (!remark.isEmpty()) {
      notes.add(remark);
    }
  }

  /** Reads to the end, or as far as it goes where that will do; what to say of it, or nothing. */
  private static String read(
      SourceFile file, ImportFormat format, ImportOptions options, ImportSink sink)
      throws IOException {
    try (InputStream text = file.open(options.progress())) {
      format.read(text, options, sink);
      return "";
    } catch (ImportException trouble) {
      if (trouble.kind() == Kind.CUT_OFF && options.acceptPartial()) {
        return "This is a part of a file: " + trouble.getMessage();
      }
      throw trouble;
    }
  }
}
