package app.respite.cli;

import app.respite.cli.ProgramServices.Checkup;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.CoachException.Kind;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import app.respite.coach.port.desktop.Finding;
import app.respite.domain.text.EnumWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The desktop: what of it works, and whether the coach starts with it. */
final class DesktopCommands {
  private DesktopCommands() {}

  @Command(
      description = {
        "What works on this desktop, what does not and why, and how to get it.",
        "Needs no running coach and no desktop; changes nothing."
      })
  static final class Doctor extends BaseCommand {
    @Option(names = "--json", description = "As one JSON document.")
    boolean json;

    @Override
    public Integer call() {
      Checkup checkup = world().checkup();
      if (json) {
        print(document(checkup));
      } else {
        CheckupText.lines(checkup).forEach(out()::println);
      }
      return OK;
    }

    static Map<String, @Nullable Object> document(Checkup checkup) {
      Map<String, @Nullable Object> coach = new LinkedHashMap<>();
      coach.put("running", checkup.coach().running());
      coach.put("presenceKnown", checkup.coach().presenceKnown());
      coach.put("trouble", checkup.coach().trouble());
      Map<String, @Nullable Object> document = new LinkedHashMap<>();
      document.put("build", checkup.build());
      document.put("java", checkup.java());
      document.put("os", checkup.os());
      document.put("session", checkup.session());
      document.put("display", checkup.display());
      document.put("home", checkup.home());
      document.put("coach", coach);
      document.put("autostart", checkup.autostart());
      List<Object> ports = new ArrayList<>();
      checkup.ports().forEach(finding -> ports.add(port(finding)));
      document.put("ports", ports);
      return document;
    }

    private static Map<String, @Nullable Object> port(Finding finding) {
      List<Object> candidates = new ArrayList<>();
      for (Finding.Row row : finding.candidates()) {
        Map<String, @Nullable Object> candidate = new LinkedHashMap<>();
        candidate.put("name", row.name());
        candidate.put("works", row.works());
        candidate.put("why", row.why());
        candidate.put("remedy", row.remedy());
        candidate.put("tried", EnumWords.of(row.tried()));
        candidates.add(candidate);
      }
      Map<String, @Nullable Object> port = new LinkedHashMap<>();
      port.put("port", EnumWords.of(finding.port()));
      port.put("used", finding.used().isEmpty() ? null : finding.used());
      port.put("without", finding.without());
      port.put("candidates", candidates);
      return port;
    }
  }

  @Command(
      description = {
        "Whether the coach starts when you log in.",
        "Without an option: exit status 0 where it does, 1 where it does not."
      })
  static final class AtLogin extends BaseCommand {
    @Option(names = "--on", description = "Start it at login from now on.")
    boolean on;

    @Option(names = "--off", description = "No longer.")
    boolean off;

    @Override
    public Integer call() {
      if (on && off) {
        throw wrong("--on and --off at once; give one of them");
      }
      Autostart autostart =
          switch (world().autostart()) {
            case Answer.Works<Autostart> works -> works.port();
            case Answer.Missing<Autostart> missing ->
                throw new CoachException(
                    Kind.NO,
                    "the coach cannot be set to start at login: "
                        + missing.why()
                        + (missing.remedy().isEmpty() ? "" : "; " + missing.remedy()));
          };
      if (on || off) {
        autostart.set(on);
      }
      boolean now = autostart.on();
      out()
          .println(
              now
                  ? "The coach starts when you log in."
                  : "The coach does not start when you log in; respite autostart --on changes"
                      + " that.");
      return now || off ? OK : NO;
    }
  }
}
