package app.respite.desktop.linux.session;

import app.respite.coach.port.desktop.Appearance;
import app.respite.desktop.linux.bus.Bus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The look of the desktop by settings that services on the bus tell of. */
final class FollowedAppearance implements Appearance {
  private static final Long ONE = 1L;

  private final Bus bus;
  private final List<Followed.Plan> darkness;
  private final List<Followed.Plan> stillness;
  private final List<Followed> followed = new ArrayList<>();
  private volatile boolean dark;
  private volatile boolean still;

  /**
   * Begins at {@link #onChange}.
   *
   * @param darkness what says that it is dark; one yes is enough
   * @param stillness what says that motion is reduced; one yes is enough
   */
  FollowedAppearance(Bus bus, List<Followed.Plan> darkness, List<Followed.Plan> stillness) {
    this.bus = bus;
    this.darkness = List.copyOf(darkness);
    this.stillness = List.copyOf(stillness);
  }

  /** As the portal tells; GNOME and KDE have older ways to ask for less motion. */
  static FollowedAppearance ofPortal(Bus bus) {
    return new FollowedAppearance(
        bus,
        List.of(Portal.setting("org.freedesktop.appearance", "color-scheme", ONE::equals)),
        List.of(
            Portal.setting("org.freedesktop.appearance", "reduced-motion", ONE::equals),
            Portal.setting(
                "org.gnome.desktop.interface", "enable-animations", Boolean.FALSE::equals),
            Portal.setting("org.kde.kdeglobals.KDE", "AnimationDurationFactor", "0"::equals)));
  }

  /** As Xfce's theme tells; there is no setting for motion. */
  static FollowedAppearance ofXfce(Bus bus) {
    return new FollowedAppearance(
        bus, List.of(Xfconf.text("xsettings", "/Net/ThemeName", "dark")), List.of());
  }

  @Override
  public synchronized void onChange(Runnable changed) {
    follow(
        darkness,
        is -> {
          if (dark != is) {
            dark = is;
            changed.run();
          }
        });
    follow(
        stillness,
        is -> {
          if (still != is) {
            still = is;
            changed.run();
          }
        });
  }

  /** Hears on the bus's thread alone. */
  private interface Verdict {
    void is(boolean yes);
  }

  private void follow(List<Followed.Plan> plans, Verdict verdict) {
    boolean[] says = new boolean[plans.size()];
    for (int i = 0; i < says.length; i++) {
      int which = i;
      followed.add(
          new Followed(
              bus,
              plans.get(i),
              (@Nullable Boolean is) -> {
                says[which] = Boolean.TRUE.equals(is);
                boolean any = false;
                for (boolean one : says) {
                  any |= one;
                }
                verdict.is(any);
              }));
    }
  }

  @Override
  public boolean dark() {
    return dark;
  }

  @Override
  public boolean reducedMotion() {
    return still;
  }

  @Override
  public synchronized void close() {
    followed.forEach(Followed::close);
  }
}
