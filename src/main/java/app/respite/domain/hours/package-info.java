/** The hours to report to platforms that pay by the hour, and what was reported of them. */
@NullMarked
package app.respite.domain.hours;

import org.jspecify.annotations.NullMarked;
