/** The session: sprints, flow, pauses, the task, the ledger of spans and what nothing counts. */
@NullMarked
package app.respite.domain.day.session;

import org.jspecify.annotations.NullMarked;
