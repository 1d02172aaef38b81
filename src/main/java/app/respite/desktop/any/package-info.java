/** What adapters of more than one system share. */
@NullMarked
package app.respite.desktop.any;

import org.jspecify.annotations.NullMarked;
