/** The day's page: countdown, the one next action, rest bar, timeline, prompt and check-in. */
@NullMarked
package app.respite.ui.today;

import org.jspecify.annotations.NullMarked;
