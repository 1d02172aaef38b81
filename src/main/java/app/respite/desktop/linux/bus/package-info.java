/**
 * The message bus of a Linux desktop. A client of our own in a few hundred lines, because the coach
 * must stay small and whole whatever comes over a bus: one reading and one working thread, answers
 * that are too large are passed over, nobody ever waits.
 */
@NullMarked
package app.respite.desktop.linux.bus;

import org.jspecify.annotations.NullMarked;
