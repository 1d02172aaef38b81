/**
 * What X11 tells and does: idle time, full screen, focus and keys, spoken over the server's own
 * socket without any native library.
 */
@NullMarked
package app.respite.desktop.linux.x11;

import org.jspecify.annotations.NullMarked;
