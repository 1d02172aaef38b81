/** Colours, type and the stylesheet. */
@NullMarked
package app.respite.ui.theme;

import org.jspecify.annotations.NullMarked;
