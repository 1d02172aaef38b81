package app.respite.ui.rules;

import app.respite.coach.port.Backups;
import app.respite.coach.port.Backups.Change;
import app.respite.coach.port.Backups.Copy;
import app.respite.coach.port.Backups.Kept;
import app.respite.coach.port.Backups.Restored;
import app.respite.coach.port.Backups.Salvaged;
import app.respite.coach.port.Backups.Saved;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.JournalException;
import app.respite.coach.words.HoldingWords;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Backups and the ways back, as a page offers them: some words and what can be done now. Everything
 * that replaces the journal asks once more before and tells what became of it.
 */
public final class BackupsViewModel {
  private static final int SHOWN = 6;

  private final Backups backups;
  private final HoldingWords words;
  private final Executor background;
  private final Executor screen;
  private final View view;
  private final Runnable restored;

  /** Something to press. */
  public record Choice(String label, boolean primary, Runnable action) {}

  /** Shows words and choices in place of those before; none while something is done. */
  public interface View {
    void show(String words, List<Choice> choices);
  }

  /**
   * With nothing shown yet.
   *
   * @param background does what may take a moment
   * @param screen comes back to the screen
   * @param restored goes on once another journal is in place
   */
  public BackupsViewModel(
      Backups backups,
      ZoneId zone,
      Executor background,
      Executor screen,
      View view,
      Runnable restored) {
    this.backups = backups;
    this.words = new HoldingWords(zone);
    this.background = background;
    this.screen = screen;
    this.view = view;
    this.restored = restored;
  }

  private record Page(String words, List<Choice> choices) {}

  /** Where backups go, the newest one, and what can be done with them. */
  public void overview() {
    work("Looking for backups...", () -> overview(""), this::overview);
  }

  private Page overview(String first) {
    List<Copy> copies = backups.copies();
    String newest =
        copies.isEmpty()
            ? "There is none yet."
            : "The newest one is from " + HoldingWords.when(copies.getFirst()) + ".";
    List<Choice> choices = new ArrayList<>();
    choices.add(new Choice("Back up now", false, this::backUp));
    if (!copies.isEmpty()) {
      choices.add(new Choice("Restore...", false, this::choose));
    }
    return new Page(
        first + "Backups of the journal go to " + backups.folder() + ". " + newest, choices);
  }

  private void backUp() {
    work(
        "Backing up...",
        () -> {
          Optional<Kept> made = backups.make(null);
          return overview(
              made.map(kept -> "Backed up and checked: " + words.sentence(kept.holding()) + ".\n")
                  .orElse("Nothing is recorded yet, so there is nothing to back up.\n"));
        },
        this::overview);
  }

  /** The newest copies, to choose one. */
  private void choose() {
    work(
        "Looking for backups...",
        () -> {
          List<Choice> choices = new ArrayList<>();
          for (Copy copy : backups.copies().stream().limit(SHOWN).toList()) {
            choices.add(
                new Choice(HoldingWords.when(copy), false, () -> ask(copy.file(), this::overview)));
          }
          choices.add(new Choice("Not now", true, this::overview));
          return new Page(
              "Which one? Older ones, and files elsewhere, can be restored in a terminal with:"
                  + " respite restore FILE",
              choices);
        },
        this::overview);
  }

  /** What bringing a copy back would change, before it does. */
  private void ask(Path file, Runnable back) {
    work(
        "Comparing...",
        () -> {
          Change change = backups.preview(file);
          return new Page(
              "This backup holds, beside the journal now:\n"
                  + String.join("\n", words.comparison(change))
                  + "\nWhat is there now will be kept. A running sprint is saved and ended.",
              List.of(
                  new Choice("Bring it back", true, () -> restore(file, back)),
                  new Choice("Not now", false, back)));
        },
        back);
  }

  private void restore(Path file, Runnable back) {
    work(
        "Bringing it back...",
        () -> {
          Restored done = backups.restore(file);
          return done("Restored: " + words.sentence(done.now()) + ".", done);
        },
        back);
  }

  private Page done(String what, Restored done) {
    Path kept = done.kept();
    return new Page(
        what + (kept == null ? "" : "\nWhat was there before is kept as " + kept),
        List.of(new Choice("Go on", true, restored)));
  }

  /**
   * The ways on from a journal that cannot be read.
   *
   * @param reason what is wrong, a sentence
   */
  public void waysBack(String reason) {
    Runnable back = () -> waysBack(reason);
    work("Looking for backups...", () -> ways(reason, back), this::overview);
  }

  private Page ways(String reason, Runnable back) {
    List<Choice> choices = new ArrayList<>();
    Optional<Kept> newest = backups.newestGood();
    String offer =
        newest
            .map(kept -> "\nThe newest good backup holds " + words.sentence(kept.holding()) + ".")
            .orElse("\nThere is no backup that can be read.");
    newest.ifPresent(
        kept ->
            choices.add(
                new Choice("Bring back the newest backup", true, () -> ask(kept.file(), back))));
    choices.add(new Choice("Take what can be read", newest.isEmpty(), () -> askToSalvage(back)));
    choices.add(new Choice("Begin anew", false, () -> askToBeginAnew(back)));
    return new Page(reason + offer + "\nNothing is deleted, whatever you choose.", choices);
  }

  private void askToSalvage(Runnable back) {
    work(
        "Reading what can be read...",
        () -> {
          Salvaged trial = backups.salvage(null, true);
          return new Page(
              "This can still be read:\n"
                  + lines(trial)
                  + "\nIn all: "
                  + words.sentence(trial.holding())
                  + ". The damaged journal will be kept.",
              List.of(
                  new Choice("Take that", true, () -> salvage(back)),
                  new Choice("Not now", false, back)));
        },
        back);
  }

  private void salvage(Runnable back) {
    work(
        "Reading what can be read...",
        () -> {
          Salvaged done = backups.salvage(null, false);
          Restored put = done.restored();
          String said = "Saved: " + words.sentence(done.holding()) + ".";
          return put == null
              ? new Page(said, List.of(new Choice("Go on", true, restored)))
              : done(said, put);
        },
        back);
  }

  private static String lines(Salvaged salvaged) {
    List<String> lines = new ArrayList<>();
    for (Saved saved : salvaged.tables()) {
      String line = HoldingWords.saved(saved);
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  private void askToBeginAnew(Runnable back) {
    view.show(
        "Begin a new, empty journal? The one that cannot be read will be put aside and kept.",
        List.of(
            new Choice(
                "Begin anew",
                true,
                () ->
                    work(
                        "Beginning anew...",
                        () -> done("A new journal begins.", backups.beginAnew()),
                        back)),
            new Choice("Not now", false, back)));
  }

  private void work(String meanwhile, Supplier<Page> work, Runnable back) {
    view.show(meanwhile, List.of());
    background.execute(
        () -> {
          Page page;
          try {
            page = work.get();
          } catch (CoachException | JournalException failed) {
            page =
                new Page(
                    String.valueOf(failed.getMessage()), List.of(new Choice("Back", true, back)));
          }
          Page shown = page;
          screen.execute(() -> view.show(shown.words(), shown.choices()));
        });
  }
}
