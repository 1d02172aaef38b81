/** Statistics of small samples, on plain numbers. */
@NullMarked
package app.respite.domain.statistics;

import org.jspecify.annotations.NullMarked;
