/** The course of a day: all its rooms together, as one function from state to state. */
@NullMarked
package app.respite.domain.day.course;

import org.jspecify.annotations.NullMarked;
