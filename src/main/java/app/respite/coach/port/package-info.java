/** What the coach needs of the world: journal, settings, clocks. */
@NullMarked
package app.respite.coach.port;

import org.jspecify.annotations.NullMarked;
