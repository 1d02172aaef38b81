/** The window: its frame, its pages, its keys, and what ties it to the coach. */
@NullMarked
package app.respite.ui.shell;

import org.jspecify.annotations.NullMarked;
