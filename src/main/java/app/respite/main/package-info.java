/** Wiring by hand: the coach, its faces and its commands; nothing imports this room. */
@NullMarked
package app.respite.main;

import org.jspecify.annotations.NullMarked;
