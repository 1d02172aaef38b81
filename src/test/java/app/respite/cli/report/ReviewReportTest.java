package app.respite.cli.report;

import static app.respite.domain.review.Diary.BERLIN;
import static app.respite.domain.review.Diary.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.ReviewJson;
import app.respite.coach.review.CardContent;
import app.respite.coach.review.Part;
import app.respite.coach.review.Part.Choice;
import app.respite.domain.hours.HoursToReport;
import app.respite.domain.review.Diary;
import app.respite.domain.review.Review;
import app.respite.domain.text.Figures;
import app.respite.domain.work.JournalRecord.Task;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A review as a page and as pictures. */
class ReviewReportTest {
  private static Review monday() {
    return Diary.monday().analysed(MONDAY, MONDAY);
  }

  private static Review quarter() {
    return Diary.monday().analysed(MONDAY.minusDays(97), MONDAY);
  }

  private static Document page(ReviewReport report) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(report.html())));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<String> texts(Document page, String name) {
    return elements(page, name).stream().map(one -> one.getTextContent().strip()).toList();
  }

  private static void isWhole(Document page) {
    assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo("en");
    assertThat(elements(page, "h1")).hasSize(1);
    Set<String> ids = new HashSet<>();
    int level = 0;
    for (Element one : elements(page, "*")) {
      String name = one.getTagName();
      assertThat(name).isNotIn("script", "img", "link", "iframe", "object", "base", "image", "use");
      if (name.matches("h[1-6]")) {
        int next = name.charAt(1) - '0';
        assertThat(next).isLessThanOrEqualTo(level + 1);
        level = next;
      }
      for (int i = 0; i < one.getAttributes().getLength(); i++) {
        String attribute = one.getAttributes().item(i).getNodeName();
        assertThat(attribute).isNotIn("src", "href", "xlink:href", "srcset", "style", "action");
        assertThat(attribute).doesNotStartWith("on");
        assertThat(one.getAttributes().item(i).getNodeValue()).doesNotContain("url(");
      }
      String id = one.getAttribute("id");
      assertThat(id.isEmpty() || ids.add(id)).as(id).isTrue();
    }
    for (Element svg : elements(page, "svg")) {
      assertThat(ids).contains(svg.getAttribute("aria-labelledby").split(" "));
      Element figure = (Element) svg.getParentNode().getParentNode();
      assertThat(figure.getElementsByTagName("table").getLength()).isOne();
    }
    assertThat(texts(page, "style").getFirst()).doesNotContain("url(", "@import", "http");
  }

  @Test
  void aDayIsOneWholePage() throws Exception {
    ReviewReport report = ReviewReport.of(monday(), BERLIN);
    isWhole(page(report));
    assertThat(report.pictures()).containsExactly("day", "pace-Boxes");
    assertThat(texts(page(report), "h1")).containsExactly("Monday 2 March 2026");
  }

  @Test
  void manyWeeksAreOneWholePageWithTheirDaysColoured() throws Exception {
    ReviewReport report = ReviewReport.of(quarter(), BERLIN);
    isWhole(page(report));
    assertThat(report.pictures()).contains("year-work", "twelve-weeks", "days");
  }

  @Test
  void nothingRecordedIsAPageToo() throws Exception {
    ReviewReport report = ReviewReport.of(new Diary(BERLIN).analysed(MONDAY, MONDAY), BERLIN);
    isWhole(page(report));
    assertThat(report.pictures()).isEmpty();
  }

  @Test
  void itsFiguresAreThoseOfTheJson() throws Exception {
    Review review = monday();
    Map<?, ?> task = (Map<?, ?>) ((List<?>) ReviewJson.of(review).get("tasks")).getFirst();
    double rate = ((Number) task.get("itemsPerHour")).doubleValue();
    Document page = page(ReviewReport.of(review, BERLIN));
    assertThat(texts(page, "strong")).contains(Figures.rate(rate));
    assertThat(texts(page, "td")).contains("09:00", "09:25", "09:00–09:25", "25 min", "72", "58");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"'&]]>--><b>",
        "\u202Eשלום مرحبا",
        "👩‍🔬 🏷️",
        "../../etc/passwd",
        "a\u0000\u0007\uFFFE\uD800b"
      })
  void whateverATaskIsCalledIsText(String name) throws Exception {
    Diary diary = new Diary(BERLIN);
    for (String one : List.of(name, name + name, name.repeat(300))) {
      Task task = diary.task(one, name, Diary.perItem("0.10", "USD"));
      diary.sprint(task, diary.at("2026-03-02T09:00"), 25, 30, 3, 4);
    }
    ReviewReport report = ReviewReport.of(diary.analysed(MONDAY, MONDAY), BERLIN);
    Document page = page(report);
    isWhole(page);
    assertThat(elements(page, "b")).isEmpty();
    assertThat(texts(page, "td"))
        .contains(name.replaceAll("[\u0000\u0007\uFFFE\uD800]", "\uFFFD").strip());
    assertThat(report.pictures())
        .hasSize(4)
        .doesNotHaveDuplicates()
        .allMatch(file -> file.matches("[A-Za-z0-9-]{1,60}"));
  }

  @Test
  void everyKindOfPartIsDrawn() throws Exception {
    Review review = monday();
    List<Part> parts =
        List.of(
            new Part.Name("a name"),
            new Part.FigureRow(List.of(new Part.Figure("12", "of figures"))),
            new Part.Lead("a lead"),
            new Part.Tiles(
                List.of(new Part.Tile("a tile", new Part.Figure("13", "of tiles"), "as usual"))),
            new Part.Days(review.days()),
            new Part.HeatMap(review.days()),
            new Part.Said("a sentence"),
            new Part.Message("first\nsecond"),
            new Part.Points(List.of("a point")),
            new Part.Note("a note"),
            new Part.Entry("an entry", "its text", List.of("a detail")),
            new Part.Table(
                List.of(new Part.Column(0, 4, false)),
                List.of(List.of("head"), List.of("cell")),
                true),
            new Part.Bars(List.of(new Part.Bar("a bar", 1, "one", false))),
            new Part.DayHours(),
            new Part.PaceByHour(review.tasks().getFirst(), review.sprints()),
            new Part.SprintsBehind(review.sprints(), null),
            new Part.SprintsOfDays(MONDAY, MONDAY),
            new Part.HoursDeeds(
                new HoursToReport(MONDAY, MONDAY, Duration.ofMinutes(1), List.of())),
            new Part.Choices(List.of(Choice.MUTE_WATCH)));
    assertThat(parts.stream().<Object>map(Part::getClass))
        .containsExactlyInAnyOrder((Object[]) Part.class.getPermittedSubclasses());
    ReviewReport report =
        ReviewReport.of(review, BERLIN, List.of(new CardContent("A card", parts)));
    Document page = page(report);
    isWhole(page);
    assertThat(page.getDocumentElement().getTextContent())
        .contains("a name", "of figures", "a lead", "as usual", "a sentence", "second", "a point")
        .contains("a note", "an entry", "a detail", "cell", "a bar", "--from 2026-03-02");
    assertThat(report.pictures()).contains("days", "year-work", "a-card", "day", "pace-Boxes");
  }

  @Test
  void eachPictureIsOfTheSizeOfItsDrawingAndShowsSomething() throws IOException {
    ReviewReport report = ReviewReport.of(quarter(), BERLIN);
    for (Drawing drawing : report.drawings()) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      report.writePicture(drawing.name(), bytes);
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
      assertThat(image.getWidth()).isEqualTo(PngWriter.pixels(drawing.width()));
      assertThat(image.getHeight()).isEqualTo(PngWriter.pixels(PngWriter.HEAD + drawing.height()));
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      Set<Integer> colours = new HashSet<>();
      for (int pixel : pixels) {
        colours.add(pixel);
      }
      assertThat(colours).as(drawing.name()).hasSizeGreaterThan(4);
    }
  }
}
