/** The course of a day: inputs, the state machine, its events. */
@NullMarked
package app.respite.domain.day;

import org.jspecify.annotations.NullMarked;
