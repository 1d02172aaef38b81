package app.respite.journal;

import app.respite.coach.port.Backups.Copy;
import app.respite.coach.port.Backups.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of copies: what their names say, and which of the daily ones may go. */
record BackupFolder(Path path) {
  private static final int DAYS = 7;
  private static final int WEEKS = 4;
  private static final int MONTHS = 12;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmmss", Locale.ROOT);
  private static final Pattern NAME =
      Pattern.compile(
          "journal-(\\d{4}-\\d\\d-\\d\\d-\\d{6})(?:\\.\\d+)?-(daily|asked|upgrade|replaced)\\.db");

  static BackupFolder in(Path path) {
    return new BackupFolder(path);
  }

  /** The copies, newest first; none where there is no folder. What has another name is none. */
  List<Copy> copies() {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(path)) {
      return files
          .map(BackupFolder::named)
          .flatMap(Optional::stream)
          .sorted(
              Comparator.comparing(Copy::made)
                  .thenComparing(copy -> copy.file().toString())
                  .reversed())
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw Failures.disk(path, "cannot be looked into: check its rights.", e);
    }
  }

  private static Optional<Copy> named(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    if (!name.matches() || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Copy(
              file,
              LocalDateTime.parse(name.group(1), STAMP),
              Kind.valueOf(name.group(2).toUpperCase(Locale.ROOT))));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  /** A name that is not taken. */
  Path free(LocalDateTime now, String word) {
    return free(path, now, word);
  }

  /** A name beside other files that is not taken. */
  static Path free(Path folder, LocalDateTime now, String word) {
    String stamp = STAMP.format(now);
    Path file = folder.resolve("journal-" + stamp + "-" + word + ".db");
    for (int more = 2; Files.exists(file); more++) {
      file = folder.resolve("journal-" + stamp + "." + more + "-" + word + ".db");
    }
    return file;
  }

  /** The daily ones that are neither among the last days, weeks nor months kept. */
  static List<Copy> surplus(List<Copy> copies) {
    List<Copy> daily = copies.stream().filter(copy -> copy.kind() == Kind.DAILY).toList();
    Set<Copy> kept = new HashSet<>();
    keep(daily, kept, DAYS, LocalDateTime::toLocalDate);
    keep(daily, kept, WEEKS, made -> week(made.toLocalDate()));
    keep(daily, kept, MONTHS, YearMonth::from);
    List<Copy> rest = new ArrayList<>(daily);
    rest.removeAll(kept);
    return rest;
  }

  private static <P> void keep(
      List<Copy> daily, Set<Copy> kept, int most, Function<LocalDateTime, P> period) {
    Set<P> seen = new HashSet<>();
    for (Copy copy : daily) {
      P here = period.apply(copy.made());
      if (!seen.contains(here) && seen.size() < most) {
        seen.add(here);
        kept.add(copy);
      }
    }
  }

  private static int week(LocalDate day) {
    return day.get(IsoFields.WEEK_BASED_YEAR) * 100 + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
