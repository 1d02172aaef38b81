/** What every desktop can do the same way. */
@NullMarked
package app.respite.desktop.any;

import org.jspecify.annotations.NullMarked;
