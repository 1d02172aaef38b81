package app.respite.cli;

import app.respite.domain.time.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as users type them. */
final class Lengths implements ITypeConverter<Duration> {
  private static final Duration MOST = Duration.ofHours(24);

  @Override
  public Duration convert(String text) {
    return Durations.parse(text)
        .filter(length -> length.isPositive() && length.compareTo(MOST) <= 0)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is no length of time up to a day; write it like 25m, 1h30m or 90s"));
  }
}
