package app.respite.coach;

import app.respite.coach.port.Journal;
import app.respite.coach.port.JournalContract;

class InMemoryJournalTest extends JournalContract {
  @Override
  protected Journal open() {
    return new InMemoryJournal();
  }
}
