package app.respite.exchange;

import static app.respite.exchange.Fixtures.file;
import static app.respite.exchange.Fixtures.options;
import static app.respite.exchange.Fixtures.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.respite.exchange.ImportException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile files end in one line that says what, where and how to mend it. */
class HostileFilesTest {
  private static final String LABELS =
      """
      [{"id":1,"annotations":[{"id":1,"created_at":"2026-05-24T10:00:00Z","lead_time":30}]},
       {"id":2,"annotations":[{"id":2,"created_at":"2026-05-24T10:01:00Z","lead_time":30}]}]
      """;

  private static final String TABLE =
      "AssignmentId,WorkerId,AssignmentStatus,AcceptTime,SubmitTime,Input.text\n"
          + "X,A1,Submitted,2017-10-02 16:39:18 UTC,2017-10-02 16:39:28 UTC,ä\n";

  @TempDir Path folder;
  private final MemoryTarget journal = new MemoryTarget();

  private ImportException refused(Path file) {
    ImportException refused = catchThrowableOfType(ImportException.class, () -> run(file, journal));
    assertThat(refused).as("nothing was refused").isNotNull();
    assertThat(refused.getMessage()).startsWith(file.toString()).doesNotContain("\n");
    assertThat(refused.getMessage().split(file.toString(), -1)).as("named once").hasSize(2);
    assertThat(journal.everything()).isEmpty();
    return refused;
  }

  private Path bytes(String name, byte[] content) throws Exception {
    return Files.write(folder.resolve(name), content);
  }

  private static byte[] gzip(byte[] content) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(content);
    }
    return packed.toByteArray();
  }

  private static byte[] zip(String... contents) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      for (int i = 0; i < contents.length; i++) {
        zip.putNextEntry(new ZipEntry("../../" + i + ".json"));
        zip.write(contents[i].getBytes(StandardCharsets.UTF_8));
      }
    }
    return packed.toByteArray();
  }

  @Test
  void aMissingFileAFolderAndAnEmptyFileAreSaid() throws Exception {
    assertThat(refused(folder.resolve("none.json"))).hasMessageContaining("no such file");
    assertThat(refused(folder)).hasMessageContaining("folder");
    assertThat(refused(file(folder, "empty", ""))).hasMessageContaining("empty");
    assertThat(refused(file(folder, "blank", " \n\n"))).hasMessageContaining("empty");
    assertThat(refused(bytes("mark", new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf})))
        .hasMessageContaining("empty");
  }

  @Test
  void binaryAndUtf16WithoutAMarkAreRefused() throws Exception {
    assertThat(refused(bytes("wide", LABELS.getBytes(StandardCharsets.UTF_16LE))))
        .hasMessageContaining("UTF-16 or binary");
    assertThat(refused(bytes("png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2})))
        .hasMessageContaining("UTF-16 or binary");
  }

  @Test
  void utf16WithAMarkIsRead() throws Exception {
    byte[] big = ("\uFEFF" + LABELS).getBytes(StandardCharsets.UTF_16BE);
    byte[] little = ("\uFEFF" + TABLE + "😀".repeat(20_000)).getBytes(StandardCharsets.UTF_16LE);
    assertThat(run(bytes("big", big), journal).items()).isEqualTo(2);
    assertThat(run(bytes("little", little), journal).items()).isEqualTo(1);
  }

  @Test
  void malformedUtf16IsRefused() throws Exception {
    byte[] half = ("\uFEFF" + LABELS).getBytes(StandardCharsets.UTF_16BE);
    int inText = 2 * LABELS.indexOf('}') + 2;
    half[inText] = (byte) 0xd8;
    half[inText + 1] = 0;
    assertThat(refused(bytes("half", half))).hasMessageContaining("not valid UTF-16");
  }

  @Test
  void malformedUtf8IsRefused() throws Exception {
    assertThat(refused(bytes("latin.csv", TABLE.getBytes(StandardCharsets.ISO_8859_1))))
        .hasMessageContaining("UTF-8");
    assertThat(
            refused(
                bytes(
                    "latin.json",
                    LABELS
                        .replace("[{\"id\":1,", "[{\"ä\":1,\"id\":1,")
                        .getBytes(StandardCharsets.ISO_8859_1))))
        .hasMessageContaining("UTF-8");
    byte[] line =
        "{\"kind\":\"task\",\"name\":\"ok\"}\n{\"kind\":\"task\",\"name\":\"ä\"}\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(run(bytes("latin.jsonl", line), journal).refused())
        .singleElement()
        .matches(refusal -> refusal.line() == 2);
  }

  @Test
  void packedFilesAreRead() throws Exception {
    byte[] plain = LABELS.getBytes(StandardCharsets.UTF_8);
    assertThat(run(bytes("l.json.gz", gzip(plain)), journal).added()).isEqualTo(2);
    assertThat(run(bytes("l.zip", zip(LABELS)), journal).unchanged()).isEqualTo(2);
    assertThat(new Importer().formatOf(folder.resolve("l.json.gz"), null))
        .isEqualTo("labelstudio-json");
    assertThat(refusedZip()).hasMessageContaining("more than one file");
  }

  private ImportException refusedZip() throws Exception {
    Path file = bytes("two.zip", zip(LABELS, LABELS));
    return catchThrowableOfType(ImportException.class, () -> run(file, journal));
  }

  @Test
  void aPackedFileThatGrowsTooMuchIsRefused() throws Exception {
    byte[] blanks = new byte[30 << 20];
    Arrays.fill(blanks, (byte) ' ');
    System.arraycopy(LABELS.getBytes(StandardCharsets.UTF_8), 0, blanks, 0, LABELS.length());
    assertThat(refused(bytes("bomb.gz", gzip(blanks)))).hasMessageContaining("grows too large");
    Path small = bytes("small.gz", gzip(LABELS.getBytes(StandardCharsets.UTF_8)));
    Importer strict = new Importer(new SourceFile.Limits(100, 200, 1 << 20), 10);
    assertThatThrownBy(() -> strict.run(small, options(), journal))
        .hasMessageContaining("grows too large");
  }

  @Test
  void aPackedFileThatIsCutOffOrDamagedIsSaid() throws Exception {
    byte[] whole = gzip(LABELS.getBytes(StandardCharsets.UTF_8));
    assertThat(refused(bytes("cut.gz", Arrays.copyOf(whole, whole.length - 12))).kind())
        .isEqualTo(Kind.CUT_OFF);
    byte[] damaged = whole.clone();
    damaged[damaged.length / 2] ^= 0x55;
    refused(bytes("bad.gz", damaged));
  }

  @Test
  void aDownloadCutOffIsSaidWithItsEndAndKeptOnlyOnRequest() throws Exception {
    Path cut = file(folder, "cut.json", LABELS.substring(0, LABELS.length() - 30));
    ImportException refused = refused(cut);
    assertThat(refused.kind()).isEqualTo(Kind.CUT_OFF);
    assertThat(refused).hasMessageContaining("ends early at byte " + (LABELS.length() - 30));
    ImportReport part = new Importer().run(cut, options().withAcceptPartial(true), journal);
    assertThat(part.items()).isEqualTo(1);
    assertThat(part.notes()).anyMatch(note -> note.contains("part of a file"));
  }

  @Test
  void tablesAndLinesCutOffAreSaidToo() throws Exception {
    Path table =
        file(
            folder,
            "cut.csv",
            TABLE + "Y,A1,Submitted,2017-10-02 16:39:18 UTC,2017-10-02 16:39:28 UTC,\"ab");
    assertThat(refused(table).kind()).isEqualTo(Kind.CUT_OFF);
    String line = "{\"kind\":\"task\",\"name\":\"a\"}\n";
    Path lines = file(folder, "cut.jsonl", line + line.substring(0, 15));
    assertThat(refused(lines).kind()).isEqualTo(Kind.CUT_OFF);
    assertThat(new Importer().run(table, options().withAcceptPartial(true), journal).items())
        .isEqualTo(1);
    assertThat(new Importer().run(lines, options().withAcceptPartial(true), journal).added())
        .isEqualTo(1);
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    String open = LABELS.strip().replaceAll("]$", ",{\"data\":");
    assertThat(refused(file(folder, "deep.json", open + "[".repeat(100_000))))
        .hasMessageContaining("too deeply");
    assertThat(
            run(
                    file(
                        folder,
                        "deep.jsonl",
                        "{\"kind\":\"task\",\"name\":" + "[".repeat(100_000) + "\n"),
                    journal)
                .refused())
        .hasSize(1);
  }

  @Test
  void aRowOrLineOfMoreThan16MibIsRefused() throws Exception {
    String huge = "x".repeat(17 << 20);
    assertThat(refused(file(folder, "huge.csv", TABLE.replace("ä", "\"" + huge + "\""))))
        .hasMessageContaining("16 MiB");
    String id = "\"annotations\":[{\"id\":";
    assertThat(
            refused(file(folder, "huge.json", LABELS.replace(id + "2,", id + "\"" + huge + "\","))))
        .hasMessageContaining("16 MiB");
    ImportReport lines =
        run(
            file(
                folder,
                "huge.jsonl",
                "{\"kind\":\"task\",\"name\":\"a\"}\n{\"kind\":\"task\",\"name\":\""
                    + huge
                    + "\"}\n{\"kind\":\"task\",\"name\":\"b\"}\n"),
            journal);
    assertThat(lines.refused()).singleElement().matches(refusal -> refusal.line() == 2);
    assertThat(lines.added()).isEqualTo(2);
  }

  @Test
  void longTextsThatNobodyNeedsArePassedOver() throws Exception {
    String huge = "x".repeat(17 << 20);
    Path file =
        file(
            folder,
            "data.json",
            LABELS.replace("[{\"id\":1,", "[{\"id\":1,\"predictions\":[\"" + huge + "\"],"));
    assertThat(new Importer().run(file, options().withFormat("labelstudio-json"), journal).items())
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"annotations\":[{\"id\":1,\"id\":2,\"lead_time\":3}]}]",
        "[{\"annotations\":[{\"id\":1,\"lead_time\":3}]}]]",
        "[{\"annotations\":[{\"id\":1,\"lead_time\":3,}]}]",
        "{\"completions\": nonsense}"
      })
  void whatIsNotQuiteJsonIsRefusedWithItsPlace(String text) throws Exception {
    assertThat(refused(file(folder, "bad.json", text))).hasMessageContaining("line 1, byte");
  }

  @Test
  void aFileOfNoKnownFormatAndAFormatOfNoKnownNameAreSaid() throws Exception {
    Path file = file(folder, "notes.txt", "Dear diary\u001b[31m");
    assertThat(refused(file)).hasMessageContaining("labelstudio-json");
    assertThatThrownBy(() -> new Importer().run(file, options().withFormat("xls"), journal))
        .hasMessageContaining("'xls'");
  }

  @Test
  void moreItemsThanTheLimitAreRefused() throws Exception {
    Importer small = new Importer(SourceFile.Limits.USUAL, 1);
    Path file = file(folder, "l.json", LABELS);
    assertThatThrownBy(() -> small.run(file, options(), journal))
        .hasMessageContaining("more than 1 items");
  }

  @Test
  void anImportCanBeStopped() throws Exception {
    Path file = file(folder, "l.json", LABELS + " ".repeat(3 << 20));
    assertThatThrownBy(
            () -> new Importer().run(file, options().withProgress((read, size) -> false), journal))
        .satisfies(
            stopped -> assertThat(((ImportException) stopped).kind()).isEqualTo(Kind.CANCELLED));
    assertThat(journal.everything()).isEmpty();
  }
}
