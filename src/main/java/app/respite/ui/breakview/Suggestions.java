package app.respite.ui.breakview;

import app.respite.coach.port.FaceContext;
import app.respite.coach.port.JournalException;
import app.respite.domain.work.JournalRecord.Task;
import app.respite.ui.breakview.Idea.Tag;
import app.respite.ui.kit.FxThread;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** One idea for each break, read and noted off the screen's thread. */
final class Suggestions {
  private static final String SYSTEM = "system";

  private final FaceContext context;
  private final IdeaFiles files;
  private @Nullable BreakIdeas ideas;
  private Set<Tag> fitting = Set.of();
  private boolean prepared;
  private @Nullable String chosen;

  Suggestions(FaceContext context) {
    this.context = context;
    this.files = new IdeaFiles(context.settings().file(), context.log());
  }

  /**
   * Reads what there is to choose from, once for a break.
   *
   * @param language a language tag, or {@code system}
   * @param task the task that is worked on, or null
   * @param ready runs on the screen's thread when it is there
   */
  void prepare(String language, @Nullable String task, Runnable ready) {
    if (prepared) {
      return;
    }
    prepared = true;
    Locale locale = language.equals(SYSTEM) ? Locale.getDefault() : Locale.forLanguageTag(language);
    context
        .background()
        .execute(
            () -> {
              BreakIdeas read = files.load(locale.getLanguage());
              Set<Tag> fits = BreakIdeas.fitting(find(task));
              FxThread.run(
                  () -> {
                    ideas = read;
                    fitting = fits;
                    ready.run();
                  });
            });
  }

  private @Nullable Task find(@Nullable String name) {
    try {
      return context.journal().all(Task.class).stream()
          .filter(task -> task.name().equals(name))
          .findFirst()
          .orElse(null);
    } catch (JournalException failed) {
      context.log().accept("break ideas: " + failed.getMessage());
      return null;
    }
  }

  /** The idea of a break: chosen when it begins, the same until it is over. */
  String choose(Instant began, Duration length) {
    BreakIdeas from = ideas;
    if (chosen == null && from != null) {
      chosen =
          from.choose(length, fitting, new SplittableRandom(began.getEpochSecond()))
              .map(Idea::text)
              .orElse("");
      List<String> seen = from.seen();
      context.background().execute(() -> files.keep(seen));
    }
    return chosen == null ? "" : chosen;
  }

  /** No break runs; the next one gets an idea of its own. */
  String none() {
    if (chosen != null) {
      chosen = null;
      prepared = false;
    }
    return "";
  }
}
