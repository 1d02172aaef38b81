package app.respite.cli;

import app.respite.cli.ProgramServices.Checkup;
import app.respite.cli.ProgramServices.CoachSeen;
import app.respite.cli.text.Columns;
import app.respite.coach.port.desktop.Finding;
import app.respite.coach.port.desktop.Tried;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A checkup as text: every port with what is used and what is missing, then the machine. */
final class CheckupText {
  private static final int COLUMNS = 80;
  private static final int LABEL = 11;
  private static final int MARK = 9;

  private CheckupText() {}

  /** Its lines; none is wider than a terminal of the usual width. */
  static List<String> lines(Checkup checkup) {
    List<String> lines = new ArrayList<>();
    lines.add("What this desktop offers, seen from here, and what the coach uses of it.");
    lines.add("");
    for (Finding finding : checkup.ports()) {
      port(lines, finding);
    }
    lines.add("");
    about(lines, "Program", checkup.build());
    about(lines, "Java", checkup.java());
    about(lines, "System", checkup.os());
    about(lines, "Session", checkup.session());
    about(lines, "Display", checkup.display());
    about(lines, "Home", checkup.home().toString());
    about(lines, "Coach", coach(checkup.coach()));
    about(lines, "At login", atLogin(checkup));
    return lines;
  }

  private static void port(List<String> lines, Finding finding) {
    String title = finding.port().title();
    if (finding.used().isEmpty()) {
      lines.addAll(Columns.wrap(title + ": ", 2, "none. " + finding.without(), COLUMNS));
    } else {
      lines.add(title);
    }
    Set<String> remedies = new HashSet<>();
    boolean usable = false;
    for (List<Finding.Row> alike : alike(finding.candidates())) {
      Finding.Row row = alike.getFirst();
      String mark = !row.works() ? "no" : usable ? "works" : "used";
      usable = usable || row.works();
      lines.addAll(Columns.wrap("  " + mark, MARK, names(alike) + after(row.why()), COLUMNS));
      // Nobody needs a way to what comes after the one in use.
      if (!row.remedy().isEmpty() && !usable && remedies.add(row.remedy())) {
        lines.addAll(Columns.wrap("", MARK, "To get it: " + row.remedy(), COLUMNS));
      }
    }
  }

  /** Neighbours that do not work for the same reason share a line. */
  private static List<List<Finding.Row>> alike(List<Finding.Row> rows) {
    List<List<Finding.Row>> groups = new ArrayList<>();
    for (Finding.Row row : rows) {
      Finding.Row last = groups.isEmpty() ? null : groups.getLast().getFirst();
      if (last != null
          && !last.works()
          && !row.works()
          && last.why().equals(row.why())
          && last.remedy().equals(row.remedy())) {
        groups.getLast().add(row);
      } else {
        groups.add(new ArrayList<>(List.of(row)));
      }
    }
    return groups;
  }

  private static String names(List<Finding.Row> rows) {
    List<String> names = new ArrayList<>();
    for (Finding.Row row : rows) {
      names.add(row.name() + " (" + tried(row.tried()) + ")");
    }
    return String.join(", ", names);
  }

  private static String after(String why) {
    return why.isEmpty() ? "" : ": " + why;
  }

  /** How far the program's authors have tried an adapter. */
  private static String tried(Tried tried) {
    return switch (tried) {
      case REAL -> "tried on a real system";
      case MOCK -> "tried against a stand-in";
      case NOT -> "not tried";
    };
  }

  private static String coach(CoachSeen coach) {
    if (!coach.running()) {
      return "none runs; start it with: respite start";
    }
    Boolean known = coach.presenceKnown();
    if (known == null) {
      return "is there, but " + coach.trouble();
    }
    return (known
            ? "runs, and knows whether you are there"
            : "runs, and does not know whether you are there: timer only")
        + (coach.trouble().isEmpty() ? "" : "; " + coach.trouble());
  }

  private static String atLogin(Checkup checkup) {
    Boolean on = checkup.autostart();
    if (on == null) {
      return "the coach cannot be set to start here";
    }
    return on
        ? "the coach starts; respite autostart --off ends that"
        : "the coach does not start; respite autostart --on changes that";
  }

  private static void about(List<String> lines, String label, String text) {
    lines.addAll(Columns.wrap(label, LABEL, text, COLUMNS));
  }
}
