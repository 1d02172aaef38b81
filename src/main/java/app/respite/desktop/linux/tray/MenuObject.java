package app.respite.desktop.linux.tray;

import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Served;
import app.respite.desktop.linux.bus.Variant;
import app.respite.desktop.linux.tray.MenuTree.Change;
import app.respite.desktop.linux.tray.MenuTree.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The menu as an object on the bus, which panels read and tell of clicks. All of it runs on the
 * bus's thread.
 */
final class MenuObject implements Served {
  static final String PATH = "/MenuBar";
  private static final String INTERFACE = "com.canonical.dbusmenu";

  private final Bus bus;
  private final Tray.Listener listener;
  private final MenuTree tree = new MenuTree();
  private long revision = 1;

  MenuObject(Bus bus, Tray.Listener listener) {
    this.bus = bus;
    this.listener = listener;
  }

  /** Takes another menu and signals what is different, in place where that is possible. */
  void show(List<Entry> entries) {
    Change change = tree.show(entries);
    if (!change.updated().isEmpty() || !change.removed().isEmpty()) {
      List<Object> updated = new ArrayList<>();
      change.updated().forEach((id, properties) -> updated.add(List.of(id, properties)));
      List<Object> removed = new ArrayList<>();
      change.removed().forEach((id, names) -> removed.add(List.of(id, names)));
      bus.emit(
          PATH, INTERFACE, "ItemsPropertiesUpdated", Body.of("a(ia{sv})a(ias)", updated, removed));
    }
    for (int parent : change.parents()) {
      revision++;
      bus.emit(PATH, INTERFACE, "LayoutUpdated", Body.of("ui", revision, parent));
    }
  }

  @Override
  public @Nullable Body answer(Incoming call) {
    Body body = call.body();
    return switch (call.member()) {
      case "GetLayout" -> {
        Item from = item(body.number(0, MenuTree.ROOT));
        yield Body.of(
            "u(ia{sv}av)", revision, layout(from, body.number(1, -1), names(body.list(2))));
      }
      case "GetGroupProperties" -> Body.of("a(ia{sv})", group(body.list(0), body.list(1)));
      case "GetProperty" -> {
        Variant value = item(body.number(0, -1)).properties().get(body.text(1, ""));
        yield Body.of("v", value == null ? Variant.of("") : value);
      }
      case "Event" -> {
        event(body.number(0, -1), body.text(1, ""));
        yield Body.NONE;
      }
      case "EventGroup" -> Body.of("ai", events(body.list(0)));
      case "AboutToShow" -> {
        aboutToShow(body.number(0, -1));
        yield Body.of("b", false);
      }
      case "AboutToShowGroup" -> {
        for (Object id : body.list(0)) {
          aboutToShow(id instanceof Long number ? number : -1);
        }
        yield Body.of("aiai", List.of(), List.of());
      }
      case "Get" -> {
        Variant value = property(body.text(1, ""));
        yield value == null ? null : Body.of("v", value);
      }
      case "GetAll" -> Body.of("a{sv}", properties(body.text(0, "")));
      default -> null;
    };
  }

  private Item item(long id) {
    Item item = tree.item((int) id);
    if (item == null) {
      throw new IllegalArgumentException("no menu item " + id);
    }
    return item;
  }

  private static List<String> names(List<?> wanted) {
    return wanted.stream().map(String::valueOf).toList();
  }

  private static List<Object> layout(Item item, long depth, List<String> names) {
    List<Object> children = new ArrayList<>();
    if (depth != 0) {
      for (Item child : item.children()) {
        children.add(new Variant("(ia{sv}av)", layout(child, depth - 1, names)));
      }
    }
    return List.of(item.id(), chosen(item, names), children);
  }

  /** The properties of these names; all where none is named. */
  private static Map<String, Variant> chosen(Item item, List<String> names) {
    Map<String, Variant> properties = new LinkedHashMap<>(item.properties());
    if (!names.isEmpty()) {
      properties.keySet().retainAll(names);
    }
    return properties;
  }

  private List<Object> group(List<?> ids, List<?> names) {
    List<Object> group = new ArrayList<>();
    for (Item item : tree.items()) {
      if (ids.isEmpty() || ids.contains((long) item.id())) {
        group.add(List.of(item.id(), chosen(item, names(names))));
      }
    }
    return group;
  }

  /** Gives the numbers of items that are not there. */
  private List<Integer> events(List<?> events) {
    List<Integer> unknown = new ArrayList<>();
    for (Object event : events) {
      if (event instanceof List<?> parts
          && parts.getFirst() instanceof Long id
          && parts.get(1) instanceof String kind) {
        if (tree.item(id.intValue()) == null) {
          unknown.add(id.intValue());
        } else {
          event(id, kind);
        }
      }
    }
    return unknown;
  }

  private void event(long id, String kind) {
    Item item = tree.item((int) id);
    Choice choice = item == null ? null : item.choice();
    if (item == null || choice == null || !choice.enabled() || !kind.equals("clicked")) {
      return;
    }
    if (choice.checked() != null) {
      // Some panels turn the mark themselves at a click; only a view may.
      bus.emit(
          PATH,
          INTERFACE,
          "ItemsPropertiesUpdated",
          Body.of("a(ia{sv})a(ias)", List.of(List.of(item.id(), item.properties())), List.of()));
    }
    listener.chosen(choice);
  }

  private void aboutToShow(long id) {
    if (id == MenuTree.ROOT) {
      listener.opening();
    }
  }

  private static @Nullable Variant property(String name) {
    return switch (name) {
      case "Version" -> new Variant("u", 3);
      case "TextDirection" -> Variant.of("ltr");
      case "Status" -> Variant.of("normal");
      case "IconThemePath" -> new Variant("as", List.of());
      default -> null;
    };
  }

  /** All properties; asked for another interface's there are none, which is no error. */
  private static Map<String, Variant> properties(String interfaceName) {
    Map<String, Variant> all = new LinkedHashMap<>();
    if (interfaceName.equals(INTERFACE)) {
      for (String name : List.of("Version", "TextDirection", "Status", "IconThemePath")) {
        Variant value = property(name);
        if (value != null) {
          all.put(name, value);
        }
      }
    }
    return all;
  }

  @Override
  public String introspection() {
    return """
    <interface name="com.canonical.dbusmenu">\
    <property name="Version" type="u" access="read"/>\
    <property name="TextDirection" type="s" access="read"/>\
    <property name="Status" type="s" access="read"/>\
    <property name="IconThemePath" type="as" access="read"/>\
    <method name="GetLayout"><arg type="i" direction="in"/><arg type="i" direction="in"/>\
    <arg type="as" direction="in"/><arg type="u" direction="out"/>\
    <arg type="(ia{sv}av)" direction="out"/></method>\
    <method name="GetGroupProperties"><arg type="ai" direction="in"/>\
    <arg type="as" direction="in"/><arg type="a(ia{sv})" direction="out"/></method>\
    <method name="GetProperty"><arg type="i" direction="in"/><arg type="s" direction="in"/>\
    <arg type="v" direction="out"/></method>\
    <method name="Event"><arg type="i" direction="in"/><arg type="s" direction="in"/>\
    <arg type="v" direction="in"/><arg type="u" direction="in"/></method>\
    <method name="EventGroup"><arg type="a(isvu)" direction="in"/>\
    <arg type="ai" direction="out"/></method>\
    <method name="AboutToShow"><arg type="i" direction="in"/><arg type="b" direction="out"/>\
    </method>\
    <method name="AboutToShowGroup"><arg type="ai" direction="in"/>\
    <arg type="ai" direction="out"/><arg type="ai" direction="out"/></method>\
    <signal name="ItemsPropertiesUpdated"><arg type="a(ia{sv})"/><arg type="a(ias)"/></signal>\
    <signal name="LayoutUpdated"><arg type="u"/><arg type="i"/></signal>\
    </interface>\
    """;
  }
}
