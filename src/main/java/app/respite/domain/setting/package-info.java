/** Setting keys and their values. */
@NullMarked
package app.respite.domain.setting;

import org.jspecify.annotations.NullMarked;
