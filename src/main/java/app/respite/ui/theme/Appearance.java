package app.respite.ui.theme;

import app.respite.domain.day.CoachKeys;
import app.respite.domain.day.CoachKeys.SystemFlag;
import app.respite.domain.day.CoachKeys.Theme;
import app.respite.domain.setting.Preferences;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;

/** What the settings and the system together say about how things look and move. */
public final class Appearance {
  private final Platform.Preferences system = Platform.getPreferences();
  private final ChangeListener<Object> follow;

  /**
   * Follows the system for as long as this object is held.
   *
   * @param changed hears that the system's answer is another one now
   */
  public Appearance(Runnable changed) {
    follow = (is, was, now) -> changed.run();
    system.colorSchemeProperty().addListener(new WeakChangeListener<>(follow));
    system.reducedMotionProperty().addListener(new WeakChangeListener<>(follow));
  }

  /** The look that is wanted. */
  public Look look(Preferences settings) {
    return switch (settings.get(CoachKeys.THEME)) {
      case Theme.DARK -> Look.DARK;
      case Theme.LIGHT -> Look.LIGHT;
      case Theme.SYSTEM -> system.getColorScheme() == ColorScheme.DARK ? Look.DARK : Look.LIGHT;
    };
  }

  /** Whether things shall not move. */
  public boolean reducedMotion(Preferences settings) {
    return switch (settings.get(CoachKeys.REDUCED_MOTION)) {
      case SystemFlag.ON -> true;
      case SystemFlag.OFF -> false;
      case SystemFlag.SYSTEM -> system.isReducedMotion();
    };
  }

  /** How much larger than the system's own size things shall be. */
  public double scale(Preferences settings) {
    return settings.get(CoachKeys.INTERFACE_SCALE).doubleValue();
  }
}
