/**
 * The coach beside the user's work: which senses it has, what it shows and when, and what a press
 * does.
 */
@NullMarked
package app.respite.coach.attend;

import org.jspecify.annotations.NullMarked;
