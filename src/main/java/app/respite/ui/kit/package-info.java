/** Small controls and words that every page uses. */
@NullMarked
package app.respite.ui.kit;

import org.jspecify.annotations.NullMarked;
