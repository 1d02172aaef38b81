package app.respite.coach.review;

import java.util.List;

/**
 * What a card tells, ready to be drawn or printed: texts are worded and figures rounded.
 *
 * @param title empty where it needs none
 * @param parts from above to below
 */
public record CardContent(String title, List<Part> parts) {
  public CardContent {
    parts = List.copyOf(parts);
  }

  /** A card of a few parts. */
  public static CardContent of(String title, Part... parts) {
    return new CardContent(title, List.of(parts));
  }
}
