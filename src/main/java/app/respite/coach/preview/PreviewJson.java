package app.respite.coach.preview;

import app.respite.domain.fatigue.Range;
import app.respite.domain.review.DayOutline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A preview of rules as plain values with the keys and the order of docs/contract.md. */
public final class PreviewJson {
  private PreviewJson() {}

  /** The whole of it. */
  public static Map<String, @Nullable Object> of(RulesPreview preview) {
    List<Object> days =
        preview.days().stream().map(PreviewJson::day).map(Object.class::cast).toList();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("from", preview.from().toString());
    json.put("to", preview.to().toString());
    json.put("days", days);
    json.put("assumed", RulesPreview.assumed());
    return json;
  }

  private static Map<String, @Nullable Object> day(RulesPreview.Day day) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("day", day.day().toString());
    json.put("was", outline(day.was()));
    json.put("would", outline(day.would()));
    json.put("added", day.difference().added());
    json.put("moved", day.difference().moved());
    json.put("dropped", day.difference().dropped());
    return json;
  }

  private static Map<String, @Nullable Object> outline(DayOutline outline) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("breaks", outline.breaks());
    json.put("longestStretchSeconds", outline.longestStretch().toSeconds());
    json.put("workSeconds", outline.work().toSeconds());
    json.put("restSeconds", outline.rest().toSeconds());
    json.put("peakFatigue", range(outline.peakFatigue()));
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> range(@Nullable Range range) {
    if (range == null) {
      return null;
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("low", range.low());
    json.put("mid", range.mid());
    json.put("high", range.high());
    return json;
  }
}
