package app.respite.desktop.any;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.TrayView;
import app.respite.coach.port.desktop.TrayView.Choice;
import app.respite.coach.port.desktop.TrayView.Entry;
import app.respite.coach.port.desktop.TrayView.Group;
import app.respite.domain.ArchitectureException;
import app.respite.domain.ArchitectureException.Wall;
import java.awt.AWTException;
import java.awt.CheckboxMenuItem;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.awt.SystemTray;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tray's icon and menu by AWT. */
@ArchitectureException(
    wall = Wall.AWT,
    reason = "Windows and macOS have no other tray for Java; there AWT's is the system's own")
final class AwtBoard implements TrayBoard {
  /** How the systems differ. */
  enum Manner {
    /** A press on the icon is told of, the menu comes by the other button. */
    WINDOWS,
    /** Any press opens the menu; the icon takes the menu bar's own colour. */
    MACOS
  }

  private static final long NEAR_MILLIS = 2_000;

  private final Manner manner;
  private final IconPainter painter;
  private final Consumer<String> log;

  // What follows belongs to AWT's thread.
  private final Map<String, MenuItem> items = new HashMap<>();
  private final List<MenuItem> lines = new ArrayList<>();
  private @Nullable TrayIcon icon;
  private @Nullable Listener listener;
  private long lastNear;

  AwtBoard(Manner manner, IconPainter painter, Consumer<String> log) {
    this.manner = manner;
    this.painter = painter;
    this.log = log;
  }

  /**
   * Whether there is a panel for it. Reads in AWT, which on macOS must be told first what it is.
   */
  static <T> Answer<T> look(Manner manner, T port, String note) {
    if (manner == Manner.MACOS) {
      System.setProperty("apple.awt.UIElement", "true");
      System.setProperty("apple.awt.enableTemplateImages", "true");
    }
    if (GraphicsEnvironment.isHeadless()) {
      return new Answer.Missing<>("this is no session with a screen", "log in at the screen");
    }
    if (!SystemTray.isSupported()) {
      return new Answer.Missing<>("there is no panel that takes AWT's icons", "");
    }
    return new Answer.Works<>(port, note);
  }

  @Override
  public void place(TrayView.Icon first, Listener to) {
    later(
        () -> {
          listener = to;
          TrayIcon made = new TrayIcon(image(first));
          made.setImageAutoSize(true);
          made.addMouseListener(
              new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent event) {
                  if (manner == Manner.WINDOWS && event.getButton() == MouseEvent.BUTTON1) {
                    to.pressed();
                  }
                }

                @Override
                public void mousePressed(MouseEvent event) {
                  to.near();
                }
              });
          made.addMouseMotionListener(
              new MouseAdapter() {
                @Override
                public void mouseMoved(MouseEvent event) {
                  near(event.getWhen());
                }
              });
          // A press on a message arrives like this.
          made.addActionListener(pressed -> to.pressed());
          try {
            SystemTray.getSystemTray().add(made);
            icon = made;
            to.placed(true, "");
          } catch (AWTException | UnsupportedOperationException refused) {
            to.placed(false, "the panel does not take the icon");
          }
        });
  }

  private void near(long when) {
    if (listener != null && when - lastNear > NEAR_MILLIS) {
      lastNear = when;
      listener.near();
    }
  }

  @Override
  public void icon(TrayView.Icon to) {
    withIcon(placed -> placed.setImage(image(to)));
  }

  @Override
  public void tooltip(String text) {
    withIcon(placed -> placed.setToolTip(text));
  }

  @Override
  public void menu(List<Entry> entries) {
    withIcon(
        placed -> {
          items.clear();
          lines.clear();
          PopupMenu menu = new PopupMenu();
          fill(menu, entries);
          placed.setPopupMenu(menu);
        });
  }

  private void fill(Menu menu, List<Entry> entries) {
    for (Entry entry : entries) {
      switch (entry) {
        case TrayView.Rule rule -> menu.addSeparator();
        case TrayView.Line line -> {
          MenuItem item = new MenuItem(line.text());
          item.setEnabled(false);
          lines.add(item);
          menu.add(item);
        }
        case Group group -> {
          Menu below = new Menu(group.label());
          items.put(group.id(), below);
          fill(below, group.entries());
          menu.add(below);
        }
        case Choice choice -> {
          MenuItem item = item(choice);
          item.setEnabled(choice.enabled());
          items.put(choice.id(), item);
          menu.add(item);
        }
      }
    }
  }

  private MenuItem item(Choice choice) {
    Boolean checked = choice.checked();
    if (checked == null) {
      MenuItem item = new MenuItem(choice.label());
      item.addActionListener(chosen -> chosen(choice.id()));
      return item;
    }
    CheckboxMenuItem item = new CheckboxMenuItem(choice.label(), checked);
    item.addItemListener(
        chosen -> {
          // AWT has ticked it already; the tick follows the coach, not the press.
          item.setState(!item.getState());
          chosen(choice.id());
        });
    return item;
  }

  private void chosen(String id) {
    if (listener != null) {
      listener.chosen(id);
    }
  }

  @Override
  public void relabel(List<Entry> entries) {
    withIcon(placed -> relabel(entries, lines.iterator()));
  }

  private void relabel(List<Entry> entries, Iterator<MenuItem> texts) {
    for (Entry entry : entries) {
      switch (entry) {
        case TrayView.Rule rule -> {}
        case TrayView.Line line -> label(texts.hasNext() ? texts.next() : null, line.text());
        case Group group -> {
          label(items.get(group.id()), group.label());
          relabel(group.entries(), texts);
        }
        case Choice choice -> {
          MenuItem item = items.get(choice.id());
          label(item, choice.label());
          if (item != null && item.isEnabled() != choice.enabled()) {
            item.setEnabled(choice.enabled());
          }
          if (item instanceof CheckboxMenuItem box && choice.checked() != null) {
            box.setState(choice.checked());
          }
        }
      }
    }
  }

  private static void label(@Nullable MenuItem item, String label) {
    if (item != null && !label.equals(item.getLabel())) {
      item.setLabel(label);
    }
  }

  @Override
  public void message(String title, String body) {
    withIcon(placed -> placed.displayMessage(title, body, TrayIcon.MessageType.NONE));
  }

  @Override
  public void remove() {
    withIcon(
        placed -> {
          SystemTray.getSystemTray().remove(placed);
          icon = null;
        });
  }

  private void withIcon(Consumer<TrayIcon> work) {
    later(
        () -> {
          if (icon != null) {
            work.accept(icon);
          }
        });
  }

  private void later(Runnable work) {
    EventQueue.invokeLater(
        () -> {
          try {
            work.run();
          } catch (RuntimeException failed) {
            log.accept("tray: " + failed);
          }
        });
  }

  /** In the panel's size and twice that, for fine screens. */
  private Image image(TrayView.Icon what) {
    int size = Math.max(8, SystemTray.getSystemTray().getTrayIconSize().height);
    return new BaseMultiResolutionImage(image(what, size), image(what, 2 * size));
  }

  private BufferedImage image(TrayView.Icon what, int size) {
    int[] pixels = painter.draw(what, size).clone();
    if (manner == Manner.MACOS) {
      // The menu bar colours such an icon itself, and looks at nothing but how opaque it is.
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] &= 0xff000000;
      }
    }
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, size, size, pixels, 0, size);
    return image;
  }
}
