/** What {@code mvn package} runs on the finished jar: the start scripts and the start-up caches. */
@NullMarked
package app.respite.main.packaging;

import org.jspecify.annotations.NullMarked;
