package app.respite.exchange;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Moments as tools write them. */
final class Times {
  private static final Instant FIRST = Instant.parse("2005-01-01T00:00:00Z");
  private static final Duration AHEAD = Duration.ofDays(2);

  /** How long one item can have taken at most for its times to be believed. */
  static final Duration LONGEST_ITEM = Duration.ofDays(7);

  /**
   * Zone abbreviations, fixed: the JDK's own reading depends on the locale and gives some of them
   * to the other end of the world.
   */
  private static final Map<String, Integer> ZONES =
      Map.ofEntries(
          Map.entry("UTC", 0),
          Map.entry("GMT", 0),
          Map.entry("Z", 0),
          Map.entry("PST", -8),
          Map.entry("PDT", -7),
          Map.entry("MST", -7),
          Map.entry("MDT", -6),
          Map.entry("CST", -6),
          Map.entry("CDT", -5),
          Map.entry("EST", -5),
          Map.entry("EDT", -4),
          Map.entry("CET", 1),
          Map.entry("CEST", 2));

  private static final Map<String, Integer> MONTHS =
      Map.ofEntries(
          Map.entry("jan", 1),
          Map.entry("feb", 2),
          Map.entry("mar", 3),
          Map.entry("apr", 4),
          Map.entry("may", 5),
          Map.entry("jun", 6),
          Map.entry("jul", 7),
          Map.entry("aug", 8),
          Map.entry("sep", 9),
          Map.entry("oct", 10),
          Map.entry("nov", 11),
          Map.entry("dec", 12));

  /** {@code Mon Sep 25 09:38:35 PDT 2017}. */
  private static final Pattern UNIX_DATE =
      Pattern.compile(
          "[A-Za-z]{3},? +([A-Za-z]{3}) +([0-9]{1,2}) +([0-9]{1,2}):([0-9]{2}):([0-9]{2})"
              + " +([A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{2}) +([0-9]{4})");

  /** {@code 2017-10-02 16:39:18 UTC}. */
  private static final Pattern ZONED =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})[T ]([0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,9})?)"
              + " +([A-Za-z]{1,5}|[+-][0-9]{2}:?[0-9]{2})");

  private Times() {}

  /** ISO-8601, with a blank or a T; without an offset it is UTC. Empty where it is none. */
  static Optional<Instant> iso(String text) {
    String iso = text.strip();
    if (iso.length() > 10 && iso.charAt(10) == ' ') {
      iso = iso.substring(0, 10) + "T" + iso.substring(11).strip();
    }
    try {
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException noOffset) {
      try {
        return Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
      } catch (DateTimeException noDate) {
        return Optional.empty();
      }
    }
  }

  /**
   * A moment in any of the spellings of MTurk and its relatives; empty for an empty text.
   *
   * @throws BadRow where it is none of them, or its zone is not one whose meaning is sure
   */
  static Optional<Instant> mturk(String text, String column) throws BadRow {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return Optional.empty();
    }
    try {
      Matcher unix = UNIX_DATE.matcher(trimmed);
      if (unix.matches()) {
        Integer month = MONTHS.get(unix.group(1).toLowerCase(Locale.ROOT));
        if (month == null) {
          throw unreadable(column, text);
        }
        LocalDateTime local =
            LocalDateTime.of(
                Integer.parseInt(unix.group(7)),
                month,
                Integer.parseInt(unix.group(2)),
                Integer.parseInt(unix.group(3)),
                Integer.parseInt(unix.group(4)),
                Integer.parseInt(unix.group(5)));
        return Optional.of(local.toInstant(zone(unix.group(6), column, text)));
      }
      Matcher zoned = ZONED.matcher(trimmed);
      if (zoned.matches()) {
        LocalDateTime local = LocalDateTime.parse(zoned.group(1) + "T" + zoned.group(2));
        return Optional.of(local.toInstant(zone(zoned.group(3), column, text)));
      }
      return Optional.of(iso(trimmed).orElseThrow(() -> unreadable(column, text)));
    } catch (DateTimeException noSuchTime) {
      throw unreadable(column, text);
    }
  }

  /** Whether a moment can be one of somebody's work: not before 2005, at most 48 hours ahead. */
  static boolean isUsable(Instant moment, Instant now) {
    return !moment.isBefore(FIRST) && !moment.isAfter(now.plus(AHEAD));
  }

  private static ZoneOffset zone(String name, String column, String text) throws BadRow {
    if (name.startsWith("+") || name.startsWith("-")) {
      return ZoneOffset.of(name);
    }
    Integer hours = ZONES.get(name.toUpperCase(Locale.ROOT));
    if (hours == null) {
      throw new BadRow(column + " has a zone that could mean several places: " + Words.quote(text));
    }
    return ZoneOffset.ofHours(hours);
  }

  private static BadRow unreadable(String column, String text) {
    return new BadRow(column + " is no date and time: " + Words.quote(text));
  }
}
