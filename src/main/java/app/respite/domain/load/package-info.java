/** How much a day or week was, and how it compares with one's own usual. */
@NullMarked
package app.respite.domain.load;

import org.jspecify.annotations.NullMarked;
