/** What the journal holds: tasks, spans, sprints, breaks, items, ratings. */
@NullMarked
package app.respite.domain.work;

import org.jspecify.annotations.NullMarked;
