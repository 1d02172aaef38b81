/** The page of settings, made from the declared keys. */
@NullMarked
package app.respite.ui.rules;

import org.jspecify.annotations.NullMarked;
