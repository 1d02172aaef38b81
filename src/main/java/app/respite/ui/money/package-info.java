/** The page of money. */
@NullMarked
package app.respite.ui.money;

import org.jspecify.annotations.NullMarked;
