/**
 * Reading what other tools exported and writing what others can read: one class a format, one line
 * in {@link app.respite.exchange.Formats} each.
 */
@NullMarked
package app.respite.exchange;

import org.jspecify.annotations.NullMarked;
