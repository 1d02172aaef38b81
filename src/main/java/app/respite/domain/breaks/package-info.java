/** Break rules, one class each, and the arbiter that orders what they propose. */
@NullMarked
package app.respite.domain.breaks;

import org.jspecify.annotations.NullMarked;
