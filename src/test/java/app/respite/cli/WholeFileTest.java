package app.respite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  private static void write(Path file, String text) throws IOException {
    WholeFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aFileThatCannotBeFinishedLeavesTheOneBefore() throws IOException {
    Path file = folder.resolve("out.csv");
    write(file, "before");
    assertThatThrownBy(
            () ->
                WholeFile.write(
                    file,
                    out -> {
                      out.write('x');
                      throw new IOException("no more room");
                    }))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryContaining(one -> one.equals(file));
    try (var all = Files.list(folder)) {
      assertThat(all).hasSize(1);
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamedAndNotAFileOfTheProgram() {
    Path file = folder.resolve("nowhere").resolve("out.csv");
    assertThatThrownBy(() -> write(file, "x"))
        .isInstanceOfSatisfying(
            FileSystemException.class,
            failed ->
                assertThat(failed.getReason()).isEqualTo("there is no folder " + file.getParent()));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkStaysALinkAndItsFileIsWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file.csv"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
    write(link, "after");
    assertThat(Files.isSymbolicLink(link)).isTrue();
    assertThat(file).hasContent("after");
  }

  /** Moving a file over a device would have taken the device away from the whole machine. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsWrittenToAndStaysAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> read =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException failed) {
                throw new AssertionError(failed);
              }
            });
    write(pipe, "rows");
    assertThat(read.get()).isEqualTo("rows");
    assertThat(
            Files.readAttributes(pipe, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .isOther())
        .isTrue();
  }

  @Test
  void aFolderIsNoPlaceForAFile() {
    assertThatThrownBy(() -> write(folder, "x"))
        .isInstanceOf(FileSystemException.class)
        .hasMessageContaining("folder");
  }
}
