/** Adapters for Windows. None was tried on a real one; what could be, against a stand-in. */
@NullMarked
package app.respite.desktop.windows;

import org.jspecify.annotations.NullMarked;
