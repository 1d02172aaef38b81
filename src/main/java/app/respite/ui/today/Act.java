package app.respite.ui.today;

import app.respite.domain.day.Input.Command;

/**
 * Something the user can do now, with its label.
 *
 * @param key the key that does it, as it is shown; empty where none does
 */
public record Act(String label, String key, Command command) {}
