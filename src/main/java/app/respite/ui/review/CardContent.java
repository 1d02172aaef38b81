package app.respite.ui.review;

import java.util.List;

/**
 * What a card says: figures with their words, sentences in the order of docs/models.md, and quietly
 * what one can do or leave out.
 */
record CardContent(List<Figure> figures, List<String> sentences, String note) {
  /** A number and what it counts. */
  record Figure(String value, String caption) {}

  CardContent {
    figures = List.copyOf(figures);
    sentences = List.copyOf(sentences);
  }
}
