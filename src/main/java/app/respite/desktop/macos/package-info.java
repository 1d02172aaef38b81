/** Adapters for macOS. None was tried on a real one; what could be, against a stand-in. */
@NullMarked
package app.respite.desktop.macos;

import org.jspecify.annotations.NullMarked;
