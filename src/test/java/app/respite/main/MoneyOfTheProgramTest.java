package app.respite.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Money typed into the real program. */
@Tag("program")
class MoneyOfTheProgramTest {
  @TempDir Path folder;

  @Test
  void whatLandedIsTakenOffWhatIsOwedAndCanBeTakenBack() throws IOException {
    try (RealProgram respite =
        new RealProgram(folder.resolve("home"), "-Duser.timezone=Europe/Berlin")) {
      respite.run("paid", "5", "--currency", "USD", "--platform", "Appen").failed(2, "no platform");
      respite
          .run(
              "task",
              "add",
              "Boxes",
              "--platform",
              "Appen",
              "--pay",
              "hour",
              "--amount",
              "10",
              "--currency",
              "USD")
          .ok();
      respite
          .run("log", "add", "--task", "Boxes", "--start", "2026-03-02T09:00", "--for", "2h")
          .ok();
      respite.run("platform", "set", "appen", "--pays-after", "7d", "--currency", "usd").ok();
      assertThat(respite.run("platform", "list").ok().out())
          .contains("Appen: pays in USD, usually pays 7 days after the work");

      respite
          .run("paid", "65,50", "--currency", "USD", "--platform", "Appen")
          .failed(2, "write 65.50");
      respite.run("paid", "-5", "--currency", "USD", "--platform", "Appen").failed(2, "0 or more");
      respite.run("paid", "5", "--currency", "USX", "--platform", "Appen").failed(2, "USD or EUR");
      respite
          .run("paid", "5", "--currency", "USD", "--platform", "Appen", "--on", "2026-02-30")
          .failed(2, "is no day");
      respite
          .run("paid", "5", "--currency", "USD", "--platform", "Appen", "--on", "2026-03-01")
          .failed(2, "before the first work");
      assertThat(respite.run("paid", "list").out()).isEmpty();

      respite
          .run(
              "paid",
              "15",
              "--currency",
              "USD",
              "--platform",
              "APPEN",
              "--on",
              "2026-03-10",
              "--fee",
              "0.5")
          .ok();
      assertThat(march(respite))
          .contains("\"landed\":\"15\",\"fees\":\"0.5\",\"outstanding\":\"5\"");
      assertThat(respite.run("money", "--month", "2026-03").ok().out())
          .contains("March 2026", "5.00 USD outstanding, unpaid since 2 Mar 2026");
      Path table = folder.resolve("money.csv");
      respite.run("money", "--year", "2026", "--csv", table.toString()).ok();
      assertThat(Files.readString(table)).contains("\"2026-03\",\"Appen\",\"USD\",20,0,15,0.5,5,");

      assertThat(respite.run("log", "undo").ok().out())
          .contains("Taken back: booked 15.00 USD of Appen on 2026-03-10.");
      assertThat(march(respite)).contains("\"landed\":\"0\",\"fees\":\"0\",\"outstanding\":\"20\"");
      book(respite, "65.50").ok();
      book(respite, "65.50")
          .failed(1, "booked already; if it arrived once more, say so with --again");
      book(respite, "65.50", "--again").ok();
      String id = respite.run("paid", "list").ok().out().substring(0, 8);
      assertThat(
              respite.run("paid", "edit", id, "60", "--fee", "1", "--note", "week 10").ok().out())
          .contains("Now 60.00 USD of Appen on 2026-03-10.");
      assertThat(respite.run("paid", "list").ok().out())
          .contains(id + "  2026-03-10  Appen", "60.00 USD  fee 1.00 USD  week 10");
      respite.run("paid", "edit", id, "1,5").failed(2, "AMOUNT", "write 1.5");
      respite.run("paid", "edit", id).failed(2, "say what to change");
      assertThat(respite.run("paid", "remove", id).ok().out())
          .contains("Removed 60.00 USD of Appen on 2026-03-10.");
      respite.run("paid", "remove", id).failed(1, "no payout has an id");
      respite.run("log", "undo").ok();
      assertThat(respite.run("paid", "list").ok().out()).contains("60.00 USD", "65.50 USD");
      respite.run("money", "--month", "2026-3").failed(2, "such as 2026-11");
      respite.run("money", "--year", "2026", "--month", "2026-03").failed(2, "choose one");
    }
  }

  private static RealProgram.Run book(RealProgram respite, String amount, String... more) {
    List<String> words =
        List.of("paid", amount, "--currency", "USD", "--platform", "Appen", "--on", "2026-03-10");
    return respite.run(Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new));
  }

  private static String march(RealProgram respite) {
    return respite.run("money", "--month", "2026-03", "--json").ok().out();
  }
}
