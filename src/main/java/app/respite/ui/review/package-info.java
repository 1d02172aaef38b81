/** The plain review of a day. */
@NullMarked
package app.respite.ui.review;

import org.jspecify.annotations.NullMarked;
