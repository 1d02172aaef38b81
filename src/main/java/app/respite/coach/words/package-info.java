/** Times, lengths and states in the words that every face uses. */
@NullMarked
package app.respite.coach.words;

import org.jspecify.annotations.NullMarked;
