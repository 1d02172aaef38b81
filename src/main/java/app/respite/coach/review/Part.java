package app.respite.coach.review;

import app.respite.domain.hours.HoursToReport;
import app.respite.domain.review.DayFigures;
import app.respite.domain.review.SprintFigures;
import app.respite.domain.review.TaskFigures;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a card. Each face has one place where it draws every kind there is: {@code CardView} in
 * the window, {@code ReviewText} in the terminal, {@code ReviewReport} on a page of its own. A kind
 * of picture that none of these is becomes a record here, and the compiler names those places.
 */
public sealed interface Part {
  /** Heads what follows, such as a task's name. */
  record Name(String name) implements Part {}

  /**
   * Figures beside each other.
   *
   * @param inColumns whether rows of them are to stand below each other, as amounts of money do
   */
  record FigureRow(List<Figure> figures, boolean inColumns) implements Part {
    public FigureRow {
      figures = List.copyOf(figures);
    }

    /** Figures that stand for themselves. */
    public FigureRow(List<Figure> figures) {
      this(figures, false);
    }
  }

  /**
   * A rounded number with its unit, and what it counts.
   *
   * @param asked what to ask for to see what it is made of; null where there is nothing more
   */
  record Figure(String value, String caption, @Nullable Asked asked) {
    /** A figure that stands for itself. */
    public Figure(String value, String caption) {
      this(value, caption, null);
    }
  }

  /** What is to be read first, in one or two sentences. */
  record Lead(String text) implements Part {}

  /** A few figures side by side, each beside what is usual. */
  record Tiles(List<Tile> tiles) implements Part {
    public Tiles {
      tiles = List.copyOf(tiles);
    }
  }

  /**
   * One figure of them.
   *
   * @param usual what is usual, in words; empty where that says nothing
   */
  record Tile(String title, Figure figure, String usual) {}

  /** Some days side by side: how long was worked, and how tired the person was in the end. */
  record Days(List<DayFigures> days) implements Part {
    public Days {
      days = List.copyOf(days);
    }
  }

  /** The days of whole weeks, coloured by what is chosen. */
  record HeatMap(List<DayFigures> days) implements Part {
    public HeatMap {
      days = List.copyOf(days);
    }
  }

  /** Sentences that belong together. */
  record Said(List<String> sentences) implements Part {
    public Said {
      sentences = List.copyOf(sentences);
    }

    /** A few sentences. */
    public Said(String... sentences) {
      this(List.of(sentences));
    }
  }

  /** What is to be read by itself, in paragraphs parted by line ends. */
  record Message(String text) implements Part {}

  /** Facts, each for itself. */
  record Points(List<String> points) implements Part {
    public Points {
      points = List.copyOf(points);
    }
  }

  /** Quietly, what one can do or should know. */
  record Note(String text) implements Part {}

  /**
   * What is told of one of several in few words.
   *
   * @param details sentences below it
   */
  record Entry(String name, String text, List<String> details) implements Part {
    public Entry {
      details = List.copyOf(details);
    }
  }

  /**
   * Texts in columns.
   *
   * @param columns how each row's cells stand; what a row has more takes the room that is left
   * @param hasHead whether the first row names the columns
   */
  record Table(List<Column> columns, List<List<String>> rows, boolean hasHead) implements Part {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }

    /** Without names of columns. */
    public Table(List<Column> columns, List<List<String>> rows) {
      this(columns, rows, false);
    }
  }

  /**
   * A column of a table.
   *
   * @param gap blanks before it in a terminal
   * @param width characters in a terminal
   * @param right whether its texts end below each other, as numbers do
   */
  record Column(int gap, int width, boolean right) {}

  /** Amounts of one unit below each other, as bars from 0. */
  record Bars(List<Bar> bars) implements Part {
    public Bars {
      bars = List.copyOf(bars);
    }
  }

  /**
   * One amount.
   *
   * @param amount 0 or more, in the unit that all bars share
   * @param value the amount in words
   * @param quiet whether it is what another is compared with
   */
  record Bar(String caption, double amount, String value, boolean quiet) {}

  /** The hours of the review's last day, with tiredness over them where there is room for it. */
  record DayHours() implements Part {}

  /** A task's pace by sprint over the same hours, before its usual band. */
  record PaceByHour(TaskFigures task, List<SprintFigures> sprints) implements Part {
    public PaceByHour {
      sprints = List.copyOf(sprints);
    }
  }

  /**
   * The sprints behind the figures, to be unfolded.
   *
   * @param task whose items alone are told; null for all
   */
  record SprintsBehind(List<SprintFigures> sprints, @Nullable UUID task) implements Part {
    public SprintsBehind {
      sprints = List.copyOf(sprints);
    }
  }

  /** The sprints of days that the review may not hold, to be unfolded; the last one included. */
  record SprintsOfDays(LocalDate from, LocalDate to) implements Part {}

  /** Copies a table of hours, and notes that they were reported, with a press. */
  record HoursDeeds(HoursToReport hours) implements Part {}

  /** What one can do about it with a press. */
  record Choices(List<Choice> choices) implements Part {
    public Choices {
      choices = List.copyOf(choices);
    }
  }

  /** What a press does. */
  enum Choice {
    MUTE_WATCH("Mute the watch"),
    NEW_BASELINE("Begin a new baseline"),
    WATCH_AGAIN("Switch it on again"),
    /** Only for the running day. */
    GO_TO_TODAY("Go to Today");

    private final String words;

    Choice(String words) {
      this.words = words;
    }

    /** What stands on the button. */
    public String words() {
      return words;
    }
  }
}
