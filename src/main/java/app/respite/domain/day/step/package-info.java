/** What every policy of a day works with inside one step, and what it signals upwards. */
@NullMarked
package app.respite.domain.day.step;

import org.jspecify.annotations.NullMarked;
