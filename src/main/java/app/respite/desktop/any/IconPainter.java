package app.respite.desktop.any;

import app.respite.coach.port.desktop.TrayView;

/** Draws the tray's ring. */
@FunctionalInterface
interface IconPainter {
  /** The icon in a square of so many pixels, row by row, straight alpha: {@code 0xAARRGGBB}. */
  int[] draw(TrayView.Icon icon, int size);
}
