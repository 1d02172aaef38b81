/** The sentences about tiredness, pace and strain, all from one text file. */
@NullMarked
package app.respite.domain.words;

import org.jspecify.annotations.NullMarked;
