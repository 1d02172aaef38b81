/** The page of gig tasks. */
@NullMarked
package app.respite.ui.tasks;

import org.jspecify.annotations.NullMarked;
