/** Instants, days and clocks: what time is to the coach. */
@NullMarked
package app.respite.domain.time;

import org.jspecify.annotations.NullMarked;
