/** What the time was in which nobody was there, and what the user says that it was. */
@NullMarked
package app.respite.domain.day.absence;

import org.jspecify.annotations.NullMarked;
