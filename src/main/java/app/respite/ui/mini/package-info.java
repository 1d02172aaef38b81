/** The mini timer: a small countdown that stays in sight. */
@NullMarked
package app.respite.ui.mini;

import org.jspecify.annotations.NullMarked;
