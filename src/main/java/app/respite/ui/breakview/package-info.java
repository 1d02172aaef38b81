/** The small prompt at the screen's corner and the break view over every screen. */
@NullMarked
package app.respite.ui.breakview;

import org.jspecify.annotations.NullMarked;
