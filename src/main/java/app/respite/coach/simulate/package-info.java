/** A working day in milliseconds: the same coach on a simulated clock. */
@NullMarked
package app.respite.coach.simulate;

import org.jspecify.annotations.NullMarked;
