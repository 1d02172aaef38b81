/** The journal on disk: SQLite, one table per kind of record, one process that writes. */
@NullMarked
package app.respite.journal;

import org.jspecify.annotations.NullMarked;
