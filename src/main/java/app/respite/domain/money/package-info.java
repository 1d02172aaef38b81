/** Money: what was earned, is undecided, was paid and is owed, and what an hour of it came to. */
@NullMarked
package app.respite.domain.money;

import org.jspecify.annotations.NullMarked;
