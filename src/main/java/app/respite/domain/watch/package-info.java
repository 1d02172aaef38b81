/**
 * The strain watch: slow changes against one's own baseline over weeks, and the two-weekly
 * question.
 */
@NullMarked
package app.respite.domain.watch;

import org.jspecify.annotations.NullMarked;
