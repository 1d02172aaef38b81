/** What adapters of every system share. */
@NullMarked
package app.respite.desktop.any;

import org.jspecify.annotations.NullMarked;
