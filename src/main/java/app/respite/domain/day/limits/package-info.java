/** The limits of day and week, the day's boundary, and offers to count what nothing counts. */
@NullMarked
package app.respite.domain.day.limits;

import org.jspecify.annotations.NullMarked;
