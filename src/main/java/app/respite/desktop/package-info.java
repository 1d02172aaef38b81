/** Adapters to desktops, and the choice of those that fit the system. */
@NullMarked
package app.respite.desktop;

import org.jspecify.annotations.NullMarked;
