package app.respite.desktop.linux.session;

import org.jspecify.annotations.Nullable;

/** What a signal says of a yes or no that is followed. */
enum News {
  /** Nothing: it is about something else. */
  OTHER,
  /** That it may have changed, not to what. */
  ANEW,
  YES,
  NO;

  static News of(boolean yes) {
    return yes ? YES : NO;
  }

  /** A value that may be anything, such as what a stranger sent. */
  static News ofValue(@Nullable Object value) {
    return value instanceof Boolean yes ? of(yes) : OTHER;
  }
}
