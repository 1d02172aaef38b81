/** Text in the columns of a terminal. */
@NullMarked
package app.respite.cli.text;

import org.jspecify.annotations.NullMarked;
