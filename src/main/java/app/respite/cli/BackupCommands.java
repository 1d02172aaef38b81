package app.respite.cli;

import app.respite.coach.port.Backups;
import app.respite.coach.port.Backups.Copy;
import app.respite.coach.port.Backups.Holding;
import app.respite.coach.port.Backups.Kept;
import app.respite.coach.port.Backups.Restored;
import app.respite.coach.port.Backups.Salvaged;
import app.respite.coach.port.Backups.Saved;
import app.respite.coach.port.JournalException;
import app.respite.coach.words.HoldingWords;
import app.respite.domain.text.Figures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies of the journal, and the ways back. */
final class BackupCommands {
  private BackupCommands() {}

  @Command(description = "Make a verified copy of the journal.")
  static final class Backup extends BaseCommand {
    @Parameters(
        arity = "0..1",
        paramLabel = "DIR",
        description = "Where to; the folder of backups unless said.")
    @Nullable Path folder;

    @Override
    public Integer call() {
      Optional<Kept> made = world().backups().make(folder == null ? null : whole(folder));
      if (made.isEmpty()) {
        err().println("respite: nothing is recorded here yet, so there is nothing to back up");
        return NO;
      }
      Kept kept = made.get();
      HoldingWords words = new HoldingWords(world().clock().zone());
      out()
          .println(
              "Backed up and checked: "
                  + kept.file()
                  + " ("
                  + words.sentence(kept.holding())
                  + "; "
                  + Figures.count(kept.holding().rows(), "record")
                  + ", "
                  + Figures.bytes(kept.bytes())
                  + ")");
      return OK;
    }
  }

  @Command(
      description = {
        "Bring a backup back, or list those there are.",
        "What was there before is kept under a name that is told, so that a restore can be undone."
      })
  static final class Restore extends BaseCommand {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The backup to bring back.")
    @Nullable Path file;

    @Option(names = "--dry-run", description = "Only say what would change.")
    boolean dryRun;

    @Option(
        names = "--salvage",
        description = "Take what can still be read from FILE, or from the journal itself.")
    boolean salvage;

    @Option(names = "--anew", description = "Put the journal aside and begin with nothing.")
    boolean anew;

    @Override
    public Integer call() {
      Backups backups = world().backups();
      Path chosen = file == null ? null : whole(file);
      if (anew && (salvage || chosen != null || dryRun)) {
        throw wrong("--anew goes alone: it brings nothing back");
      }
      if (anew) {
        return told("A new journal begins.", backups.beginAnew());
      }
      if (salvage) {
        return salvaged(backups.salvage(chosen, dryRun));
      }
      if (chosen == null) {
        return list(backups);
      }
      HoldingWords words = new HoldingWords(world().clock().zone());
      Backups.Change change = backups.preview(chosen);
      out().println(chosen + " holds, beside the journal now:");
      words.comparison(change).forEach(line -> out().println("  " + line));
      if (!change.trouble().isEmpty()) {
        out().println(change.trouble());
      }
      out().flush();
      if (dryRun) {
        out().println("Nothing was changed.");
        return OK;
      }
      Restored restored = backups.restore(chosen);
      return told("Restored: " + words.sentence(restored.now()) + ".", restored);
    }

    private int told(String done, Restored restored) {
      out().println(done);
      Path kept = restored.kept();
      if (kept != null) {
        out().println("What was there before is kept as " + kept);
      }
      return OK;
    }

    private int salvaged(Salvaged salvaged) {
      HoldingWords words = new HoldingWords(world().clock().zone());
      for (Saved saved : salvaged.tables()) {
        String line = HoldingWords.saved(saved);
        if (!line.isEmpty()) {
          out().println("  " + line);
        }
      }
      Restored restored = salvaged.restored();
      if (restored == null) {
        out().println("Could be saved: " + words.sentence(salvaged.holding()) + ".");
        out().println("Nothing was changed.");
        return OK;
      }
      return told("Saved: " + words.sentence(salvaged.holding()) + ".", restored);
    }

    private int list(Backups backups) {
      List<Copy> copies = backups.copies();
      if (copies.isEmpty()) {
        err()
            .println(
                "respite: there is no backup in "
                    + backups.folder()
                    + " yet; 'respite backup' makes one");
        return NO;
      }
      HoldingWords words = new HoldingWords(world().clock().zone());
      for (Copy copy : copies) {
        out().println(HoldingWords.when(copy) + "  " + held(backups, copy, words));
        out().println("    " + copy.file());
      }
      return OK;
    }

    private static String held(Backups backups, Copy copy, HoldingWords words) {
      try {
        Holding holding = backups.look(copy.file()).holding();
        return words.sentence(holding);
      } catch (JournalException damaged) {
        return "cannot be read";
      }
    }
  }

  private static Path whole(Path given) {
    return given.toAbsolutePath().normalize();
  }
}
