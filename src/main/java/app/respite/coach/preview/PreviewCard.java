package app.respite.coach.preview;

import static app.respite.domain.words.Wording.say;

import app.respite.coach.review.CardContent;
import app.respite.coach.review.Part.Column;
import app.respite.coach.review.Part.Note;
import app.respite.coach.review.Part.Said;
import app.respite.coach.review.Part.Table;
import app.respite.coach.words.HoursWords;
import app.respite.coach.words.Phrases;
import app.respite.domain.fatigue.AdviceWords;
import app.respite.domain.review.DayOutline;
import app.respite.domain.text.Figures;
import app.respite.domain.time.Durations;
import java.util.ArrayList;
import java.util.List;

/** What other rules would have made of one's own days, told day by day beside what happened. */
public final class PreviewCard {
  private static final List<Column> COLUMNS =
      List.of(
          new Column(0, 12, false),
          new Column(0, 5, false),
          new Column(1, 6, true),
          new Column(2, 15, true),
          new Column(2, 11, true),
          new Column(2, 22, true));

  private static final List<String> HEAD =
      List.of("", "", "breaks", "longest stretch", "rest", "most tired");

  private PreviewCard() {}

  /** The card; {@code rules} names the rules that were tried. */
  public static CardContent of(RulesPreview preview, String rules) {
    String from = Phrases.day(preview.from());
    String to = Phrases.day(preview.to());
    if (preview.days().isEmpty()) {
      return CardContent.of("", new Said(say("preview.none", "from", from, "to", to)));
    }
    return CardContent.of(
        say("preview.title", "days", Figures.count(preview.days().size(), "day"), "rules", rules),
        table(preview),
        new Said(changes(preview)),
        new Note(preview.basis() + "."),
        new Note(RulesPreview.assumed()));
  }

  /** Two rows for each day, below their heads: as it was, and as it would have been. */
  public static Table table(RulesPreview preview) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (RulesPreview.Day day : preview.days()) {
      rows.add(row(HoursWords.day(day.day()), "was", day.was()));
      rows.add(row("", "would", day.would()));
    }
    return new Table(COLUMNS, rows, true);
  }

  private static List<String> row(String day, String which, DayOutline outline) {
    List<String> row = new ArrayList<>(List.of(day, which));
    row.addAll(figures(outline));
    return row;
  }

  /** Breaks, the longest stretch without a rest, rest, and the most tired one may have been. */
  public static List<String> figures(DayOutline outline) {
    return List.of(
        Integer.toString(outline.breaks()),
        Durations.rounded(outline.longestStretch(), Durations.MINUTE),
        Durations.rounded(outline.rest(), Durations.MINUTE),
        outline.peakFatigue() == null ? "not known" : AdviceWords.rating(outline.peakFatigue()));
  }

  /** What changes, in one sentence. */
  public static String changes(RulesPreview preview) {
    int added = preview.days().stream().mapToInt(day -> day.difference().added()).sum();
    int moved = preview.days().stream().mapToInt(day -> day.difference().moved()).sum();
    int dropped = preview.days().stream().mapToInt(day -> day.difference().dropped()).sum();
    if (added + moved + dropped == 0) {
      return say("preview.same");
    }
    return say("preview.changed", "added", added, "moved", moved, "dropped", dropped);
  }
}
