/** Values, the coach's state machine and its models: no clock, no screen, no disk. */
@NullMarked
package app.respite.domain;

import org.jspecify.annotations.NullMarked;
