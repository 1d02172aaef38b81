/** Plain values to JSON text and back. A leaf that faces, link and exchange share. */
@NullMarked
package app.respite.json;

import org.jspecify.annotations.NullMarked;
