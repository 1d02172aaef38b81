/** Reading a script's file and writing what a simulation tells. */
@NullMarked
package app.respite.cli.simulate;

import org.jspecify.annotations.NullMarked;
