/** A review as a page to keep, print or send, and its charts as pictures: one drawing for both. */
@NullMarked
package app.respite.cli.report;

import org.jspecify.annotations.NullMarked;
