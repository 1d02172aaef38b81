package app.respite.exchange;

import app.respite.exchange.ImportException.Kind;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every format that can be imported. */
public final class Formats {
  /** In the order in which a file is tried. */
  public static final List<ImportFormat> ALL =
      List.of(
          new RespiteJsonl(),
          new LabelStudioJson(),
          MTurkTable.batch(),
          MTurkTable.commandLineTools(),
          new LabelStudioCsv());

  private Formats() {}

  /** What the tool of a format is called; the name itself where there is no such format. */
  public static String tool(String name) {
    return ALL.stream()
        .filter(format -> format.name().equals(name))
        .map(ImportFormat::tool)
        .findFirst()
        .orElse(name);
  }

  /**
   * The format of a file.
   *
   * @param name what the user called it, or null to look at the beginning of the file
   * @throws ImportException where there is no such format or the file looks like none of them
   */
  static ImportFormat choose(@Nullable String name, String head) {
    for (ImportFormat format : ALL) {
      if (name == null
          ? format.sniff(head)
          : format.name().equals(name.strip().toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    String names = String.join(", ", ALL.stream().map(ImportFormat::name).toList());
    throw new ImportException(
        Kind.INPUT,
        name == null
            ? String.format(
                Locale.ROOT,
                "this looks like no format that can be imported (%s). Name the format if it is one"
                    + " of them.",
                names)
            : String.format(
                Locale.ROOT, "there is no format %s; choose one of %s.", Words.quote(name), names));
  }
}
