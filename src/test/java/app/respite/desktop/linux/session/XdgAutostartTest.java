package app.respite.desktop.linux.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.respite.coach.port.CoachException;
import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file that starts the coach at login. */
class XdgAutostartTest {
  private static final List<String> COMMAND = List.of("/opt/respite/bin/respite", "coach");

  @TempDir Path root;

  private Path file() {
    return root.resolve("config/autostart/respite.desktop");
  }

  private Path systemFile() {
    return root.resolve("xdg/autostart/respite.desktop");
  }

  private Autostart autostart() {
    return autostart(COMMAND);
  }

  private Autostart autostart(List<String> command) {
    Map<String, String> environment =
        Map.of(
            "XDG_CONFIG_HOME",
            root.resolve("config").toString(),
            "XDG_CONFIG_DIRS",
            "relative:" + root.resolve("xdg"));
    return ((Answer.Works<Autostart>)
            LinuxSession.autostart(environment, command, "Breaks in time").getFirst().probe())
        .port();
  }

  @Test
  void isOffWhereThereIsNoFileAndOffWritesNone() {
    assertThat(autostart().on()).isFalse();
    autostart().set(false);
    assertThat(file()).doesNotExist();
  }

  @Test
  void onWritesAFileThatDesktopsUnderstand() throws IOException {
    autostart().set(true);
    assertThat(autostart().on()).isTrue();
    assertThat(Files.readString(file()))
        .isEqualTo(
            """
            [Desktop Entry]
            Type=Application
            Name=Respite
            Comment=Breaks in time
            Exec=/opt/respite/bin/respite coach
            Icon=respite
            Terminal=false
            StartupNotify=false
            X-GNOME-Autostart-enabled=true
            """);
    assertThat(Files.list(root.resolve("config/autostart"))).containsExactly(file());
  }

  @Test
  void offKeepsTheFileAndSaysSo() {
    autostart().set(true);
    autostart().set(false);
    assertThat(autostart().on()).isFalse();
    assertThat(file()).content().contains("Hidden=true", "X-GNOME-Autostart-enabled=false");
    autostart().set(true);
    assertThat(autostart().on()).isTrue();
    assertThat(file()).content().contains("Hidden=false", "X-GNOME-Autostart-enabled=true");
  }

  @Test
  void whatTheUserAddedStaysToTheByte() throws IOException {
    byte[] before =
        """
        # mine
        [Desktop Entry]
        Name = My Respite
        Name[de]=Atempause \u00e9
        X-Unknown=%f\\\\

        Exec=/old/place coach
        X-GNOME-Autostart-enabled=false

        [Desktop Action Foo]
        Exec=/other
        Hidden=true
        """
            .getBytes(ISO_8859_1);
    Files.createDirectories(root.resolve("config/autostart"));
    Files.write(file(), before);
    assertThat(autostart().on()).isFalse();
    autostart().set(true);
    assertThat(autostart().on()).isTrue();
    assertThat(Files.readString(file(), ISO_8859_1))
        .isEqualTo(
            """
            # mine
            [Desktop Entry]
            Name = My Respite
            Name[de]=Atempause \u00e9
            X-Unknown=%f\\\\

            Exec=/opt/respite/bin/respite coach
            X-GNOME-Autostart-enabled=true
            Type=Application
            Comment=Breaks in time
            Icon=respite
            Terminal=false
            StartupNotify=false

            [Desktop Action Foo]
            Exec=/other
            Hidden=true
            """);
  }

  @Test
  void aFileOfTheSystemCountsUntilTheUserSwitchesItOff() throws IOException {
    Files.createDirectories(root.resolve("xdg/autostart"));
    Files.writeString(systemFile(), "[Desktop Entry]\nType=Application\nExec=respite coach\n");
    assertThat(autostart().on()).isTrue();
    autostart().set(false);
    assertThat(autostart().on()).isFalse();
    assertThat(file()).content().contains("Hidden=true");
    assertThat(systemFile()).content().doesNotContain("Hidden");
  }

  @Test
  void othersSwitchesCountToo() throws IOException {
    autostart().set(true);
    for (String off :
        List.of("Hidden=true", "X-MATE-Autostart-enabled=false", "X-GNOME-Autostart-enabled=0")) {
      Files.writeString(file(), "[Desktop Entry]\nExec=x\n" + off + "\n");
      assertThat(autostart().on()).as(off).isFalse();
      autostart().set(true);
      assertThat(autostart().on()).as(off).isTrue();
    }
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path shared = Files.createDirectories(root.resolve("dotfiles")).resolve("respite.desktop");
    Files.createDirectories(root.resolve("config/autostart"));
    Files.createSymbolicLink(file(), Path.of("../../dotfiles/respite.desktop"));
    autostart().set(true);
    assertThat(file()).isSymbolicLink();
    assertThat(shared).content().contains("Exec=/opt/respite/bin/respite coach");
  }

  @Test
  void whatIsNoSuchFileIsLeftAloneWithOneLine() throws IOException {
    Files.createDirectories(file());
    assertThat(autostart().on()).isFalse();
    assertThatThrownBy(() -> autostart().set(true))
        .isInstanceOfSatisfying(
            CoachException.class,
            failed -> assertThat(failed.kind()).isEqualTo(CoachException.Kind.STORE))
        .hasMessage(file() + " cannot be changed: it is no file; move it away");
    Files.delete(file());
    Files.write(file(), new byte[100_000]);
    assertThatThrownBy(() -> autostart().set(true)).hasMessageContaining("too large");
    assertThat(file()).hasSize(100_000);
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidInOneLine() throws IOException {
    Files.writeString(root.resolve("config"), "no folder");
    assertThatThrownBy(() -> autostart().set(true))
        .isInstanceOf(CoachException.class)
        .hasMessageStartingWith(file() + " cannot be changed: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void argumentsAreQuotedAsTheEntryWantsIt() {
    assertThat(DesktopEntry.command(List.of("/a b/respite", "--home", "", "50%", "$HOME", "\\")))
        .isEqualTo("\"/a b/respite\" --home \"\" 50%% \"\\\\$HOME\" \"\\\\\\\\\"");
  }

  @Test
  void withoutAHomeItSaysWhatIsMissing() {
    Map<String, String> odd = new HashMap<>();
    odd.put("XDG_CONFIG_HOME", "relative");
    assertThat(LinuxSession.autostart(odd, COMMAND, "").getFirst().probe())
        .isEqualTo(
            new Answer.Missing<Autostart>("neither XDG_CONFIG_HOME nor HOME is set", "set HOME"));
  }
}
