package app.respite.ui.breakview;

import java.util.Set;

/**
 * Something to do in a break.
 *
 * @param text one line
 * @param tags what it is good for; empty for one of the user's own, which fits always
 */
record Idea(String text, Set<Tag> tags) {
  Idea {
    tags = Set.copyOf(tags);
  }

  /** What an idea is for. */
  enum Tag {
    EYES,
    WRISTS,
    BACK,
    AWAY,
    BREATHE,
    /** Takes ten minutes or more. */
    LONG
  }
}
