/** How figures are written for people, and how text from outside is made fit to be shown. */
@NullMarked
package app.respite.domain.text;

import org.jspecify.annotations.NullMarked;
