/** The tray of a Linux desktop: StatusNotifierItem and its menu over the session bus. */
@NullMarked
package app.respite.desktop.linux.tray;

import org.jspecify.annotations.NullMarked;
