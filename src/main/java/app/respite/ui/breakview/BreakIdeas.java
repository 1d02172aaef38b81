package app.respite.ui.breakview;

import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.breakview.Idea.Tag;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what to suggest for a break: something that fits its length, best something that fits the
 * work before it, and nothing twice until everything that fits has had its turn.
 */
final class BreakIdeas {
  private static final Duration LONG = Duration.ofMinutes(10);

  /** Words in a task's kind or name that tell what the work asks of the body. */
  private static final List<String> LOOKING =
      List.of(
          "box", "image", "photo", "picture", "video", "polygon", "segment", "frame", "lidar",
          "map", "scan", "visual");

  private static final List<String> TYPING =
      List.of(
          "text",
          "transcri",
          "writ",
          "chat",
          "prompt",
          "caption",
          "translat",
          "typ",
          "answer",
          "search",
          "survey");

  private final List<Idea> all;
  private final Set<String> seen;

  /**
   * With what was suggested before.
   *
   * @param all the ideas; may be empty
   * @param seen texts of those that had their turn, in order
   */
  BreakIdeas(List<Idea> all, List<String> seen) {
    this.all = List.copyOf(all);
    this.seen = new LinkedHashSet<>(seen);
    // An idea that is gone needs no remembering.
    this.seen.retainAll(this.all.stream().map(Idea::text).toList());
  }

  /** What a break after work on a task is best for; empty where nothing is known. */
  static Set<Tag> fitting(@Nullable Task task) {
    Set<Tag> fitting = EnumSet.noneOf(Tag.class);
    if (task == null) {
      return fitting;
    }
    if (task.heavy()) {
      fitting.addAll(Set.of(Tag.BREATHE, Tag.AWAY));
    }
    if (task.passive()) {
      fitting.addAll(Set.of(Tag.BACK, Tag.AWAY));
    }
    String words =
        ((task.work() == null ? "" : task.work()) + " " + task.name()).toLowerCase(Locale.ROOT);
    if (LOOKING.stream().anyMatch(words::contains)) {
      fitting.add(Tag.EYES);
    }
    if (TYPING.stream().anyMatch(words::contains)) {
      fitting.add(Tag.WRISTS);
    }
    return fitting;
  }

  /** Chooses one and counts it as seen; empty where there is none. */
  Optional<Idea> choose(Duration length, Set<Tag> fitting, RandomGenerator random) {
    List<Idea> possible = all.stream().filter(idea -> fits(idea, length)).toList();
    if (possible.isEmpty()) {
      return Optional.empty();
    }
    List<Idea> fresh = unseen(possible);
    if (fresh.isEmpty()) {
      forget(possible);
      fresh = unseen(possible);
    }
    List<Idea> best =
        fresh.stream()
            .filter(
                idea -> idea.tags().isEmpty() || idea.tags().stream().anyMatch(fitting::contains))
            .toList();
    List<Idea> from = best.isEmpty() ? fresh : best;
    Idea chosen = from.get(random.nextInt(from.size()));
    seen.add(chosen.text());
    return Optional.of(chosen);
  }

  /** Texts of what was suggested since the last full turn, in order. */
  List<String> seen() {
    return List.copyOf(seen);
  }

  private static boolean fits(Idea idea, Duration length) {
    return !idea.tags().contains(Tag.LONG) || length.compareTo(LONG) >= 0;
  }

  private List<Idea> unseen(List<Idea> ideas) {
    return ideas.stream().filter(idea -> !seen.contains(idea.text())).toList();
  }

  /** A new turn, in which the last one of the old turn does not come first. */
  private void forget(List<Idea> ideas) {
    String last = seen.isEmpty() ? "" : List.copyOf(seen).getLast();
    ideas.forEach(idea -> seen.remove(idea.text()));
    if (ideas.size() > 1 && ideas.stream().anyMatch(idea -> idea.text().equals(last))) {
      seen.add(last);
    }
  }
}
