package app.respite.desktop.linux;

import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.Answer;
import app.respite.desktop.FakeLibrary;
import app.respite.desktop.Rig;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether a window can be shown. */
class ScreenTest {
  private static final SymbolLookup ALL =
      new FakeLibrary()
          .with("gtk_init_check", FunctionDescriptor.ofVoid(), nothing())
          .with("XTestQueryExtension", FunctionDescriptor.ofVoid(), nothing());

  private static MethodHandle nothing() {
    return MethodHandles.zero(void.class);
  }

  private static Answer.Missing<Boolean> missing(Map<String, String> environment) {
    return (Answer.Missing<Boolean>) Screen.look(environment, library -> ALL);
  }

  @Test
  void withoutADisplayThereIsNone() {
    assertThat(missing(Map.of()).why()).isEqualTo("there is no display");
    assertThat(missing(Map.of("WAYLAND_DISPLAY", "wayland-0")).remedy()).contains("XWayland");
  }

  @Test
  void aDisplayWhereNobodyAnswersIsNone() {
    assertThat(missing(Map.of("DISPLAY", ":65533")).why()).contains(":65533");
    assertThat(missing(Map.of("DISPLAY", "unix:65533.0")).why()).contains(":65533");
  }

  @Test
  void aDisplayOnAnotherMachineIsTakenAtItsWord() {
    assertThat(Screen.look(Map.of("DISPLAY", "there:0"), library -> ALL))
        .isEqualTo(new Answer.Works<>(true, ""));
  }

  @Test
  void aMissingLibraryIsNamedWithThePackagesThatBringIt() {
    Map<String, String> there = Map.of("DISPLAY", "there:0");
    SymbolLookup none = new FakeLibrary();
    for (String absent : new String[] {"libgtk-3.so.0", "libXtst.so.6"}) {
      Answer<Boolean> answer = Screen.look(there, library -> library.equals(absent) ? none : ALL);
      assertThat(((Answer.Missing<Boolean>) answer).why()).contains(absent);
      assertThat(((Answer.Missing<Boolean>) answer).remedy()).contains("libgtk-3-0 libxtst6");
    }
  }

  @Test
  @Tag("desktop")
  void aRealServerAnswersUntilItIsGone(@TempDir Path folder) throws Exception {
    try (Rig rig = new Rig(folder)) {
      Process server = rig.screen(320, 200);
      assertThat(Screen.look(rig.environment(), library -> ALL)).isInstanceOf(Answer.Works.class);
      server.destroy();
      server.waitFor();
      assertThat(Screen.look(rig.environment(), library -> ALL)).isInstanceOf(Answer.Missing.class);
    }
  }
}
