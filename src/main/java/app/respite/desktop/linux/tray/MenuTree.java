package app.respite.desktop.linux.tray;

import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.coach.port.desktop.TrayView.Line;
import app.respite.coach.port.desktop.TrayView.Rule;
import app.respite.desktop.linux.bus.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The menu as panels want it: items with numbers and properties. An entry keeps its number for as
 * long as it is in the same menu, and no number is given twice, so that a late click never hits
 * another entry.
 */
final class MenuTree {
  /** The menu itself. */
  static final int ROOT = 0;

  /**
   * An item.
   *
   * @param key what makes it the same item in two views
   * @param choice what is chosen with it; null where nothing
   */
  record Item(
      int id,
      String key,
      Map<String, Variant> properties,
      List<Item> children,
      @Nullable Choice choice) {}

  /**
   * What is different from the view before.
   *
   * @param parents numbers of items whose children are others, or in another order
   * @param updated properties that are new or different, by number
   * @param removed properties that are gone, by number
   */
  record Change(
      List<Integer> parents,
      Map<Integer, Map<String, Variant>> updated,
      Map<Integer, List<String>> removed) {}

  private Map<String, Item> byKey = Map.of();
  private Map<Integer, Item> byId = Map.of();
  private int last = ROOT;

  MenuTree() {
    show(List.of());
  }

  /** The item with a number, or null. */
  @Nullable Item item(int id) {
    return byId.get(id);
  }

  /** All items, the menu itself first. */
  List<Item> items() {
    return List.copyOf(byId.values());
  }

  /** Takes another view's menu. */
  Change show(List<Entry> entries) {
    Map<Integer, Item> before = byId;
    Map<String, Item> keys = new LinkedHashMap<>();
    Item root =
        new Item(
            ROOT,
            "",
            Map.of("children-display", Variant.of("submenu")),
            items("", entries, keys),
            null);
    Map<Integer, Item> numbers = new LinkedHashMap<>();
    number(root, numbers);
    byKey = keys;
    byId = numbers;
    return change(before);
  }

  private List<Item> items(String place, List<Entry> entries, Map<String, Item> keys) {
    List<Item> items = new ArrayList<>();
    int lines = 0;
    int rules = 0;
    for (Entry entry : entries) {
      String key =
          switch (entry) {
            case Line _ -> place + "/line " + lines++;
            case Rule _ -> place + "/rule " + rules++;
            case Choice choice -> place + "/choice " + choice.id();
            case Group group -> place + "/group " + group.id();
          };
      if (keys.containsKey(key)) {
        continue; // two of a kind could not be told apart when clicked
      }
      Item known = byKey.get(key);
      int id = known != null ? known.id() : ++last;
      Item item = new Item(id, key, properties(entry), List.of(), null);
      keys.put(key, item);
      if (entry instanceof Choice choice) {
        item = new Item(id, key, item.properties(), List.of(), choice);
      } else if (entry instanceof Group(_, _, var inner)) {
        item = new Item(id, key, item.properties(), items(key, inner, keys), null);
      }
      keys.put(key, item);
      items.add(item);
    }
    return items;
  }

  private static Map<String, Variant> properties(Entry entry) {
    return switch (entry) {
      case Rule _ -> Map.of("type", Variant.of("separator"));
      case Line(var text) -> Map.of("label", label(text), "enabled", Variant.of(false));
      case Group(_, var text, _) ->
          Map.of("label", label(text), "children-display", Variant.of("submenu"));
      case Choice(_, var text, var enabled, var checked, _) ->
          checked == null
              ? Map.of("label", label(text), "enabled", Variant.of(enabled))
              : Map.of(
                  "label",
                  label(text),
                  "enabled",
                  Variant.of(enabled),
                  "toggle-type",
                  Variant.of("checkmark"),
                  "toggle-state",
                  Variant.of(checked ? 1 : 0));
    };
  }

  /** An underscore would be taken for the mark of an access key. */
  private static Variant label(String text) {
    return Variant.of(text.replace("_", "__"));
  }

  private static void number(Item item, Map<Integer, Item> numbers) {
    numbers.put(item.id(), item);
    item.children().forEach(child -> number(child, numbers));
  }

  private Change change(Map<Integer, Item> before) {
    List<Integer> parents = new ArrayList<>();
    Map<Integer, Map<String, Variant>> updated = new LinkedHashMap<>();
    Map<Integer, List<String>> removed = new LinkedHashMap<>();
    byId.forEach(
        (id, item) -> {
          Item old = before.get(id);
          if (old == null) {
            return;
          }
          if (!ids(item).equals(ids(old))) {
            parents.add(id);
          }
          Map<String, Variant> changed = new LinkedHashMap<>(item.properties());
          changed.entrySet().removeAll(old.properties().entrySet());
          if (!changed.isEmpty()) {
            updated.put(id, changed);
          }
          List<String> gone = new ArrayList<>(old.properties().keySet());
          gone.removeAll(item.properties().keySet());
          if (!gone.isEmpty()) {
            removed.put(id, gone);
          }
        });
    return new Change(parents, updated, removed);
  }

  private static List<Integer> ids(Item item) {
    return item.children().stream().map(Item::id).toList();
  }
}
