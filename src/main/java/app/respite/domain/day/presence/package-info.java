/** Whether somebody is there: input, lock, sleep and stalls as they are seen. */
@NullMarked
package app.respite.domain.day.presence;

import org.jspecify.annotations.NullMarked;
