/** Pieces of the desktop adapters that no system of its own needs. */
@NullMarked
package app.respite.desktop.any;

import org.jspecify.annotations.NullMarked;
