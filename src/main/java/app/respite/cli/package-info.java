/** The command line and the terminal face. */
@NullMarked
package app.respite.cli;

import org.jspecify.annotations.NullMarked;
