package app.respite.cli;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as users type them. */
final class Lengths implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    return CoachCommand.length(text)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is no length of time up to a day; write it like 25m, 1h30m or 90s"));
  }
}
