/** What holds prompts back: quiet, meeting, call, do-not-disturb, full screen, work hours. */
@NullMarked
package app.respite.domain.day.holds;

import org.jspecify.annotations.NullMarked;
