package app.respite.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;

/** The look of every window: AtlantaFX Primer below, the tokens and one stylesheet above. */
public enum Look {
  LIGHT("light.css", new PrimerLight().getUserAgentStylesheet()),
  DARK("dark.css", new PrimerDark().getUserAgentStylesheet());

  private final String tokens;
  private final String base;

  Look(String tokens, String base) {
    this.tokens = tokens;
    this.base = base;
  }

  /** Dresses a scene; may be called again with another look. */
  public void dress(Scene scene) {
    scene.setUserAgentStylesheet(base);
    scene.getStylesheets().setAll(List.of(sheet(tokens), sheet("respite.css")));
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Look.class.getResource(name), name).toExternalForm();
  }
}
