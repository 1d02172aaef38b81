/** Which adapters there are on Linux, and in which order. */
@NullMarked
package app.respite.desktop.linux;

import org.jspecify.annotations.NullMarked;
