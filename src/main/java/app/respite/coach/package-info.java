/** The single-writer engine, its use cases and snapshots. */
@NullMarked
package app.respite.coach;

import org.jspecify.annotations.NullMarked;
