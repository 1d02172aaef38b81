package app.respite.coach.port;

import app.respite.coach.port.desktop.Answer;
import app.respite.coach.port.desktop.Autostart;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All a face gets from {@code main}.
 *
 * @param link the way to the coach
 * @param journal history, read-only; reads may take a while and belong on {@code background}
 * @param settings the settings, as the coach has them; what is saved here reaches every face
 * @param clock the machine's clocks
 * @param background runs work off the face's own thread, one after another
 * @param log takes lines for the log file, for what no user needs to see
 * @param autostart looks for the switch for the start at login, or why there is none; may take a
 *     moment and belongs on {@code background}
 * @param backups copies of the journal and the ways back; to be used on {@code background}
 * @param build name and version of the program, for an about line
 */
public record FaceContext(
    CoachLink link,
    JournalReader journal,
    SettingsStore settings,
    Clock clock,
    Executor background,
    Consumer<String> log,
    Supplier<Answer<Autostart>> autostart,
    Backups backups,
    String build) {}
