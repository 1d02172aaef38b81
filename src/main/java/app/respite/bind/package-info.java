/**
 * Records as plain values and back, by their components: every codec of the program is made here.
 */
@NullMarked
package app.respite.bind;

import org.jspecify.annotations.NullMarked;
