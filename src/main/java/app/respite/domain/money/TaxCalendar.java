package app.respite.domain.money;

/** Whose periods of estimated tax stand in place of calendar quarters. */
public enum TaxCalendar {
  /** The four payment periods of the United States, which are not equally long. */
  US
}
