/** Figures of days and tasks, derived from the journal's records. */
@NullMarked
package app.respite.domain.review;

import org.jspecify.annotations.NullMarked;
