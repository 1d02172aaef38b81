/**
 * The services of a Linux desktop session: notifications, sleep, lock, do-not-disturb, calls, start
 * at login, shortcuts.
 */
@NullMarked
package app.respite.desktop.linux.session;

import org.jspecify.annotations.NullMarked;
