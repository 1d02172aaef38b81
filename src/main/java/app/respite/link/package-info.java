/** The local socket between the coach and its faces: one server, one client, lines of JSON. */
@NullMarked
package app.respite.link;

import org.jspecify.annotations.NullMarked;
