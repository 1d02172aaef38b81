/** What people type, read the same way by every face. */
@NullMarked
package app.respite.coach.typed;

import org.jspecify.annotations.NullMarked;
