package app.respite.desktop.linux.tray;

import app.respite.coach.port.desktop.Tray;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Icon;
import app.respite.desktop.any.RingPixels;
import app.respite.desktop.any.RingPixels.Panel;
import app.respite.desktop.linux.bus.Body;
import app.respite.desktop.linux.bus.Bus;
import app.respite.desktop.linux.bus.Incoming;
import app.respite.desktop.linux.bus.Served;
import app.respite.desktop.linux.bus.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The icon as an object on the bus, which panels read and tell of presses. All of it runs on the
 * bus's thread.
 *
 * <p>The icon goes as pixels and not as the path of a picture, although panels take both: a name
 * beats pixels where both are given, panels keep pictures they have read by their name, so each
 * step would need a file of its own, and a panel in a sandbox does not see our files.
 */
final class ItemObject implements Served {
  static final String PATH = "/StatusNotifierItem";

  /** Panels ask by either name; the older one is what nearly all of them speak. */
  private static final List<String> INTERFACES =
      List.of("org.kde.StatusNotifierItem", "org.freedesktop.StatusNotifierItem");

  private static final List<String> PROPERTIES =
      List.of(
          "Category",
          "Id",
          "Title",
          "Status",
          "WindowId",
          "IconName",
          "IconThemePath",
          "IconPixmap",
          "OverlayIconName",
          "OverlayIconPixmap",
          "AttentionIconName",
          "AttentionIconPixmap",
          "AttentionMovieName",
          "ToolTip",
          "ItemIsMenu",
          "Menu");

  private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48);

  /** Drawn icons that are kept: 19 kB each, so few; a panel asks for the same one several times. */
  private static final int KEPT = 3;

  private final Bus bus;
  private final Tray.Listener listener;
  private final Panel panel;
  private final Map<Icon, List<Object>> drawn = new LinkedHashMap<>();
  private TrayView view;

  ItemObject(Bus bus, Tray.Listener listener, Panel panel, TrayView first) {
    this.bus = bus;
    this.listener = listener;
    this.panel = panel;
    view = first;
  }

  /** Takes another view and signals what is different. */
  void show(TrayView next) {
    TrayView before = view;
    view = next;
    if (!next.icon().equals(before.icon())) {
      signal("NewIcon", Body.NONE);
      if (next.attention()) {
        signal("NewAttentionIcon", Body.NONE);
      }
    }
    if (next.attention() != before.attention()) {
      if (next.attention()) {
        signal("NewAttentionIcon", Body.NONE);
      }
      signal("NewStatus", Body.of("s", status()));
    }
    if (!next.title().equals(before.title()) || !next.text().equals(before.text())) {
      signal("NewToolTip", Body.NONE);
    }
  }

  private void signal(String member, Body body) {
    for (String interfaceName : INTERFACES) {
      bus.emit(PATH, interfaceName, member, body);
    }
  }

  @Override
  public @Nullable Body answer(Incoming call) {
    Body body = call.body();
    return switch (call.member()) {
      case "Activate" -> {
        listener.pressed();
        yield Body.NONE;
      }
      // The panel opens the menu itself; the middle button and the wheel have no meaning here.
      case "ContextMenu", "SecondaryActivate", "Scroll", "ProvideXdgActivationToken" -> Body.NONE;
      case "Get" -> {
        Variant value = property(body.text(1, ""));
        yield value == null ? null : Body.of("v", value);
      }
      case "GetAll" -> Body.of("a{sv}", properties(body.text(0, "")));
      default -> null;
    };
  }

  /** All properties; asked for another interface's there are none, which is no error. */
  private Map<String, Variant> properties(String interfaceName) {
    Map<String, Variant> all = new LinkedHashMap<>();
    if (INTERFACES.contains(interfaceName)) {
      for (String name : PROPERTIES) {
        Variant value = property(name);
        if (value != null) {
          all.put(name, value);
        }
      }
    }
    return all;
  }

  private @Nullable Variant property(String name) {
    return switch (name) {
      case "Category" -> Variant.of("ApplicationStatus");
      case "Id" -> Variant.of("respite");
      case "Title" -> Variant.of("Respite");
      case "Status" -> Variant.of(status());
      case "WindowId" -> Variant.of(0);
      case "IconName",
          "IconThemePath",
          "OverlayIconName",
          "AttentionIconName",
          "AttentionMovieName" ->
          Variant.of("");
      case "IconPixmap" -> pixels(drawn());
      case "AttentionIconPixmap" -> pixels(view.attention() ? drawn() : List.of());
      case "OverlayIconPixmap" -> pixels(List.of());
      case "ToolTip" ->
          new Variant("(sa(iiay)ss)", List.of("", List.of(), view.title(), escaped(view.text())));
      case "ItemIsMenu" -> Variant.of(false);
      case "Menu" -> new Variant("o", MenuObject.PATH);
      default -> null;
    };
  }

  private String status() {
    return view.attention() ? "NeedsAttention" : "Active";
  }

  private static Variant pixels(List<Object> pictures) {
    return new Variant("a(iiay)", pictures);
  }

  private List<Object> drawn() {
    Icon icon = view.icon();
    List<Object> pictures = drawn.get(icon);
    if (pictures == null) {
      pictures = new ArrayList<>();
      for (int size : SIZES) {
        pictures.add(List.of(size, size, bytes(RingPixels.draw(icon, size, panel))));
      }
      if (drawn.size() == KEPT) {
        drawn.remove(drawn.keySet().iterator().next());
      }
      drawn.put(icon, pictures);
    }
    return pictures;
  }

  /** Alpha first, whatever the machine's own order is. */
  private static byte[] bytes(int[] pixels) {
    byte[] bytes = new byte[pixels.length * 4];
    int at = 0;
    for (int pixel : pixels) {
      bytes[at++] = (byte) (pixel >>> 24);
      bytes[at++] = (byte) (pixel >>> 16);
      bytes[at++] = (byte) (pixel >>> 8);
      bytes[at++] = (byte) pixel;
    }
    return bytes;
  }

  /** The second line may hold markup, so text that looks like some must not be taken for it. */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public String introspection() {
    StringBuilder xml = new StringBuilder();
    for (String interfaceName : INTERFACES) {
      xml.append("<interface name=\"").append(interfaceName).append("\">");
      for (String name : PROPERTIES) {
        Variant value = property(name);
        if (value != null) {
          xml.append(
              "<property name=\"%s\" type=\"%s\" access=\"read\"/>"
                  .formatted(name, value.signature()));
        }
      }
      for (String name : List.of("Activate", "SecondaryActivate", "ContextMenu")) {
        xml.append(
            "<method name=\"%s\"><arg type=\"i\" direction=\"in\"/><arg type=\"i\" direction=\"in\"/></method>"
                .formatted(name));
      }
      xml.append(
          """
          <method name="Scroll"><arg type="i" direction="in"/><arg type="s" direction="in"/>\
          </method><signal name="NewIcon"/><signal name="NewAttentionIcon"/>\
          <signal name="NewToolTip"/><signal name="NewStatus"><arg type="s"/></signal>\
          </interface>\
          """);
    }
    return xml.toString();
  }
}
