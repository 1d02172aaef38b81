package app.respite.domain.text;

import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** How far apart two words are, to guess what was meant by one that is not known. */
public final class EditDistance {
  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

  private EditDistance() {}

  /** Single letters to add, drop, change, or swap with their neighbour. */
  public static int between(String a, String b) {
    return DISTANCE.apply(a, b);
  }
}
