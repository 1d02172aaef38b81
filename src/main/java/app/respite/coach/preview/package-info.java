/** What other rules would have made of days that were worked, by the real coach. */
@NullMarked
package app.respite.coach.preview;

import org.jspecify.annotations.NullMarked;
