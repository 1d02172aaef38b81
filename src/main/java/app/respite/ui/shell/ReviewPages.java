package app.respite.ui.shell;

import javafx.scene.Node;

/** Where the window gets its review from. */
@FunctionalInterface
public interface ReviewPages {
  /** The page. */
  Node page();
}
