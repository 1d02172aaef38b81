package app.respite.coach;

import app.respite.domain.day.Input;
import app.respite.domain.work.JournalRecord.Task;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Inputs as plain values, as they stand in a script's line and in a message on the socket: {@code
 * do} and its fields (contract.md section 4).
 */
@SuppressWarnings("DoNotCallSuggester") // until it is built
public final class InputCodec {
  private InputCodec() {}

  /** Finds a task by the name a user typed. */
  public interface TaskFinder {
    /** The task of that name; empty where there is none. */
    Optional<Task> find(String name);
  }

  /** A message that is no input; says what is wrong and what is allowed. */
  public static final class BadInput extends Exception {
    private static final long serialVersionUID = 1L;

    /** With what is wrong. */
    public BadInput(String message) {
      super(message);
    }
  }

  /**
   * Reads an input from its fields ({@code do} among them, {@code at} and {@code after} ignored).
   *
   * @throws BadInput where the verb or a field is unknown or out of range
   */
  public static Input decode(Map<String, @Nullable Object> fields, TaskFinder tasks)
      throws BadInput {
    throw new BadInput("being built");
  }

  /** The fields of a command, {@code do} first, so that {@link #decode} reads it back. */
  public static Map<String, @Nullable Object> encode(Input.Command command) {
    throw new UnsupportedOperationException("being built");
  }
}
