/**
 * What the coach wants of a desktop: ports with candidates, and the values that go through them.
 */
@NullMarked
package app.respite.coach.port.desktop;

import org.jspecify.annotations.NullMarked;
