package app.respite.domain.day;

import app.respite.domain.words.Wording;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest quiet advice. What is said at one moment stands together, each sentence on a line of
 * its own in the order in which it was said; what is done with goes and leaves the others.
 */
public final class Notices {
  private Notices() {}

  /** What was said, and one sentence more. */
  public static String and(@Nullable String notice, String sentence) {
    String before = without(notice, sentence);
    return before == null ? sentence : before + "\n" + sentence;
  }

  /** What is left of a notice without some of its sentences; null where nothing is. */
  public static @Nullable String without(@Nullable String notice, @Nullable String sentences) {
    if (notice == null || sentences == null) {
      return notice;
    }
    List<String> done = sentences.lines().toList();
    String left =
        notice.lines().filter(line -> !done.contains(line)).collect(Collectors.joining("\n"));
    return left.isEmpty() ? null : left;
  }

  /** What is left of a notice without the evening's offer; null where nothing is. */
  public static @Nullable String withoutEvening(@Nullable String notice) {
    return without(without(notice, Wording.say("evening.offer")), Wording.say("evening.offer-two"));
  }
}
