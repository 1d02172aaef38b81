/** The settings file: read, watched and saved so that everything the user wrote in it stays. */
@NullMarked
package app.respite.settings;

import org.jspecify.annotations.NullMarked;
