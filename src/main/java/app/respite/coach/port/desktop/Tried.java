package app.respite.coach.port.desktop;

/** How far an adapter has been tried by those who wrote it; said by {@code doctor}. */
public enum Tried {
  /** Against the real service or system. */
  REAL,
  /** Against a stand-in that answers as the documentation says. */
  MOCK,
  /** Never. */
  NOT
}
