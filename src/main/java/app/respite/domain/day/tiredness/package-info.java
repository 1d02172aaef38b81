/** Where the person stands by what was learnt of them, and when a rest fits. */
@NullMarked
package app.respite.domain.day.tiredness;

import org.jspecify.annotations.NullMarked;
