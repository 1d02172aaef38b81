/** Breaks: what is due, warned, asked, put off, skipped and running. */
@NullMarked
package app.respite.domain.day.breaks;

import org.jspecify.annotations.NullMarked;
