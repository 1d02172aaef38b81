/** What is told of a review: its cards, alike for the page, the terminal and {@code --json}. */
@NullMarked
package app.respite.coach.review;

import org.jspecify.annotations.NullMarked;
