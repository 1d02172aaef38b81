package app.respite.ui.today;

import app.respite.domain.day.RhythmPreset;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * What somebody chose before their first sprint.
 *
 * @param platform empty where none was named
 * @param dayEnds from when on nothing asks any more; null where that varies
 */
public record FirstMinute(
    String task, String platform, RhythmPreset rhythm, @Nullable LocalTime dayEnds) {}
