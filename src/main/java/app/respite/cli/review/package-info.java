/** The review as text for a terminal. */
@NullMarked
package app.respite.cli.review;

import org.jspecify.annotations.NullMarked;
