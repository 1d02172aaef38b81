package app.respite.coach.simulate;

import app.respite.coach.port.CommandFields;
import app.respite.coach.port.CommandFields.BadCommand;
import app.respite.domain.text.EnumWords;
import app.respite.domain.time.Durations;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A working day as lines, each at its true instant (docs/contract.md). Made from plain values, so
 * that whoever reads a file decides how.
 *
 * @param zone the offset of the first instant, for a simulation to which no zone is given
 */
public record Script(List<Line> lines, ZoneId zone) {
  /** What a line can change of the world around the coach. */
  enum WorldChange {
    ACTIVE,
    IDLE,
    LOCK,
    UNLOCK,
    DND,
    FULL_SCREEN,
    CALL,
    SUSPEND,
    STALL,
    WALL_CLOCK,
    ZONE,
    SET,
    KILL,
    LAUNCH,
    END
  }

  /**
   * One line.
   *
   * @param number of the line in its file, from 1
   */
  public record Line(int number, Instant at, String verb, Map<String, Object> fields) {
    /** What it changes of the world; null for a command. */
    @Nullable WorldChange change() {
      return EnumWords.constant(verb, WorldChange.class);
    }

    /** A text field. */
    Optional<String> text(String name) {
      return fields.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** A flag that is true unless said otherwise. */
    boolean on() {
      return !Boolean.FALSE.equals(fields.get("on"));
    }

    /** The length of a sleep or stall. */
    Duration length() {
      return text("for").flatMap(Durations::parse).orElse(Duration.ZERO);
    }

    /** How far the wall clock jumps; may be negative. */
    Duration shift() {
      return text("shift").map(Script::shift).orElse(Duration.ZERO);
    }
  }

  /** A line that cannot be read. */
  public static final class BadScript extends Exception {
    private static final long serialVersionUID = 1L;

    private final int line;

    BadScript(int line, String message) {
      super(message);
      this.line = line;
    }

    /** The line's number, from 1. */
    public int line() {
      return line;
    }
  }

  public Script {
    lines = List.copyOf(lines);
  }

  /** Collects lines in the order of the file. */
  public static final class Builder {
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Instant before;
    private @Nullable ZoneId zone;
    private boolean ended;

    /**
     * Adds a line.
     *
     * @throws BadScript where it cannot be understood
     */
    public Builder add(int number, Map<String, ? extends @Nullable Object> fields)
        throws BadScript {
      if (ended) {
        throw new BadScript(number, "there is a line after \"end\"");
      }
      Map<String, Object> given = new LinkedHashMap<>();
      fields.forEach(
          (name, value) -> {
            if (value != null) {
              given.put(name, value);
            }
          });
      Instant at = at(number, given);
      if (!(given.get("do") instanceof String verb)) {
        throw new BadScript(number, "\"do\" is missing or no text");
      }
      Line line = new Line(number, at, verb, given);
      check(line);
      lines.add(line);
      before = at;
      ended = line.change() == WorldChange.END;
      return this;
    }

    private Instant at(int number, Map<String, Object> fields) throws BadScript {
      Object at = fields.get("at");
      Object after = fields.get("after");
      if ((at == null) == (after == null)) {
        throw new BadScript(number, "a line needs either \"at\" or \"after\"");
      }
      Instant instant = at != null ? instant(number, at) : later(number, fields);
      if (before != null && instant.isBefore(before)) {
        throw new BadScript(number, "\"at\" lies before the line above");
      }
      return instant;
    }

    private Instant instant(int number, Object at) throws BadScript {
      try {
        OffsetDateTime time = OffsetDateTime.parse(String.valueOf(at));
        if (zone == null) {
          zone = time.getOffset();
        }
        if (time.getYear() < 1971 || time.getYear() > 9000) {
          throw new BadScript(number, "\"at\" lies outside the years 1971 to 9000");
        }
        return time.toInstant();
      } catch (DateTimeException broken) {
        throw new BadScript(
            number, "\"at\" must be an instant with its offset, such as 2026-03-02T09:00:00+01:00");
      }
    }

    private Instant later(int number, Map<String, Object> fields) throws BadScript {
      if (before == null) {
        throw new BadScript(number, "the first line needs \"at\"");
      }
      return before.plus(length(number, fields, "after"));
    }

    private static Duration length(int number, Map<String, Object> fields, String name)
        throws BadScript {
      Optional<Duration> length =
          fields.get(name) instanceof String text ? Durations.parse(text) : Optional.empty();
      if (length.isEmpty() || length.get().compareTo(Duration.ofDays(3660)) > 0) {
        throw new BadScript(
            number, "\"" + name + "\" must be a length of time such as PT25M or 25m");
      }
      return length.get();
    }

    private static void check(Line line) throws BadScript {
      int number = line.number();
      Map<String, Object> fields = line.fields();
      WorldChange change = line.change();
      if (change == null) {
        try {
          CommandFields.read(fields).withTask(task -> Simulation.task(task.name(), 0));
        } catch (BadCommand bad) {
          throw new BadScript(number, String.valueOf(bad.getMessage()));
        }
        return;
      }
      Object on = fields.get("on");
      if (on != null && !(on instanceof Boolean)) {
        throw new BadScript(number, "\"on\" must be true or false");
      }
      switch (change) {
        case SUSPEND, STALL -> length(number, fields, "for");
        case WALL_CLOCK -> {
          if (!(fields.get("shift") instanceof String text) || Script.shift(text) == null) {
            throw new BadScript(
                number, "\"shift\" must be a length of time, possibly negative, such as -PT3H");
          }
        }
        case ZONE -> {
          if (!(fields.get("zone") instanceof String text) || Script.zone(text).isEmpty()) {
            throw new BadScript(number, "\"zone\" must be a zone such as Europe/Berlin");
          }
        }
        case SET -> Simulation.checkSetting(number, fields);
        case ACTIVE, IDLE, LOCK, UNLOCK, DND, FULL_SCREEN, CALL, KILL, LAUNCH, END -> {}
      }
    }

    /**
     * The whole script.
     *
     * @param lastNumber of the file's last line, for a complaint about its end
     * @throws BadScript where the last line is not {@code end}
     */
    public Script build(int lastNumber) throws BadScript {
      if (!ended || zone == null) {
        throw new BadScript(Math.max(1, lastNumber), "the last line must be {\"do\":\"end\"}");
      }
      return new Script(lines, zone);
    }
  }

  private static @Nullable Duration shift(String text) {
    boolean negative = text.startsWith("-");
    String plain = negative || text.startsWith("+") ? text.substring(1) : text;
    Duration length = Durations.parse(plain).orElse(null);
    if (length == null) {
      try {
        return Duration.parse(text);
      } catch (DateTimeException broken) {
        return null;
      }
    }
    return negative ? length.negated() : length;
  }

  static Optional<ZoneId> zone(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException broken) {
      return Optional.empty();
    }
  }
}
