/** How a prompt asks: its form over time, and its words. */
@NullMarked
package app.respite.coach.prompt;

import org.jspecify.annotations.NullMarked;
