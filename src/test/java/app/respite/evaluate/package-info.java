/**
 * A simulated annotator, and what the coach's estimates, advice and watch are worth against it. It
 * shares no formula with what it examines.
 */
@NullMarked
package app.respite.evaluate;

import org.jspecify.annotations.NullMarked;
