/** Tiredness over a day: the model, what is learnt of one person by their ratings, and advice. */
@NullMarked
package app.respite.domain.fatigue;

import org.jspecify.annotations.NullMarked;
