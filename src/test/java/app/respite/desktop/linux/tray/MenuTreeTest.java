package app.respite.desktop.linux.tray;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.respite.coach.port.desktop.DesktopAction;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.coach.port.desktop.TrayView.Line;
import app.respite.coach.port.desktop.TrayView.Rule;
import app.respite.desktop.linux.bus.Variant;
import app.respite.desktop.linux.tray.MenuTree.Change;
import app.respite.desktop.linux.tray.MenuTree.Item;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MenuTreeTest {
  private final MenuTree tree = new MenuTree();

  @Test
  void anItemHasThePropertiesOfItsEntry() {
    show(new Line("12 min left"), new Rule(), choice("pause", "Pause"), checked("quiet", true));
    show(
        new Line("12 min left"),
        new Rule(),
        choice("pause", "Pause"),
        checked("quiet", true),
        new Group("more", "More", List.of(choice("quit", "Quit"))));
    assertThat(outline(root()))
        .isEqualTo(
            """
            children-display=submenu
             enabled=false label=12 min left
             type=separator
             enabled=true label=Pause
             enabled=true label=Quiet toggle-state=1 toggle-type=checkmark
             children-display=submenu label=More
              enabled=true label=Quit
            """);
  }

  @Test
  void theSameViewChangesNothing() {
    show(new Line("a"), choice("pause", "Pause"));
    assertThat(show(new Line("a"), choice("pause", "Pause")))
        .isEqualTo(new Change(List.of(), Map.of(), Map.of()));
  }

  @Test
  void aNewLabelIsAChangeInPlace() {
    show(new Line("12 min left"), choice("pause", "Pause"));
    int line = child(0).id();
    assertThat(show(new Line("11 min left"), choice("pause", "Pause")))
        .isEqualTo(
            new Change(
                List.of(), Map.of(line, Map.of("label", Variant.of("11 min left"))), Map.of()));
  }

  @Test
  void aCheckmarkThatComesAndGoesIsAChangeInPlace() {
    show(choice("quiet", "Quiet"));
    int id = child(0).id();
    assertThat(show(checked("quiet", false)).updated())
        .isEqualTo(
            Map.of(
                id, Map.of("toggle-type", Variant.of("checkmark"), "toggle-state", Variant.of(0))));
    assertThat(show(checked("quiet", true)).updated())
        .isEqualTo(Map.of(id, Map.of("toggle-state", Variant.of(1))));
    Change gone = show(choice("quiet", "Quiet"));
    assertThat(gone.parents()).isEmpty();
    assertThat(gone.removed().get(id)).containsExactlyInAnyOrder("toggle-type", "toggle-state");
  }

  @Test
  void anEntryThatComesGoesOrMovesChangesTheLayoutOfItsParentOnly() {
    Choice quit = choice("quit", "Quit");
    show(choice("pause", "Pause"), new Group("more", "More", List.of(quit)));
    int group = child(1).id();
    assertThat(
            show(
                choice("pause", "Pause"),
                new Group("more", "More", List.of(choice("help", "Help"), quit))))
        .isEqualTo(new Change(List.of(group), Map.of(), Map.of()));
    assertThat(
            show(
                new Group("more", "More", List.of(choice("help", "Help"), quit)),
                choice("pause", "Pause")))
        .isEqualTo(new Change(List.of(MenuTree.ROOT), Map.of(), Map.of()));
  }

  @Test
  void anEntryKeepsItsNumberAndNoNumberIsGivenTwice() {
    show(choice("pause", "Pause"), choice("stop", "Stop"));
    int pause = child(0).id();
    int stop = child(1).id();
    show(choice("stop", "Stop now"));
    assertThat(child(0).id()).isEqualTo(stop);
    assertThat(tree.item(pause)).isNull();
    show(choice("pause", "Pause"), choice("stop", "Stop"));
    assertThat(child(0).id()).isNotIn(pause, stop);
    assertThat(child(1).id()).isEqualTo(stop);
  }

  @Test
  void whatIsChosenIsWhatTheViewSays() {
    Choice pause = choice("pause", "Pause");
    show(new Line("a"), pause);
    assertThat(child(0).choice()).isNull();
    assertThat(child(1).choice()).isEqualTo(pause);
  }

  @Test
  void anUnderscoreInALabelIsNoAccessKey() {
    show(choice("task", "my_task"));
    assertThat(child(0).properties().get("label")).isEqualTo(Variant.of("my__task"));
  }

  @Test
  void ofTwoChoicesWithOneIdTheFirstCounts() {
    show(choice("pause", "Pause"), choice("pause", "Again"), new Line("end"));
    assertThat(root().children()).hasSize(2);
  }

  private Change show(Entry... entries) {
    return tree.show(List.of(entries));
  }

  private Item root() {
    Item root = tree.item(MenuTree.ROOT);
    assertThat(root).isNotNull();
    return root;
  }

  private Item child(int at) {
    return root().children().get(at);
  }

  private static Choice choice(String id, String label) {
    return choice(id, label, null);
  }

  private static Choice checked(String id, boolean on) {
    return choice(id, "Quiet", on);
  }

  private static Choice choice(String id, String label, @Nullable Boolean checked) {
    return new Choice(id, label, true, checked, new DesktopAction.Quit());
  }

  private static String outline(Item item) {
    return item.properties().entrySet().stream()
            .map(property -> property.getKey() + "=" + property.getValue().value())
            .sorted()
            .collect(joining(" ", "", "\n"))
        + item.children().stream()
            .map(child -> outline(child).lines().map(line -> " " + line + "\n").collect(joining()))
            .collect(joining());
  }
}
