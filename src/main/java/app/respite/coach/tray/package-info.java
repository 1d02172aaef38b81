/** What the tray shows of the coach: ring, tooltip and menu. */
@NullMarked
package app.respite.coach.tray;

import org.jspecify.annotations.NullMarked;
