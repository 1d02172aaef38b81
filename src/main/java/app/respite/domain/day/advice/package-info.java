/**
 * What is suggested and asked of the person: suggestions, ratings, the evening, every two weeks.
 */
@NullMarked
package app.respite.domain.day.advice;

import org.jspecify.annotations.NullMarked;
