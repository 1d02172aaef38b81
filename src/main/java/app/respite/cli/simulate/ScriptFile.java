package app.respite.cli.simulate;

import app.respite.coach.port.Reason;
import app.respite.coach.simulate.Script;
import app.respite.coach.simulate.Script.BadScript;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A script as a file of JSON lines; blank lines and lines that begin with {@code #} are passed
 * over.
 */
public final class ScriptFile {
  private ScriptFile() {}

  /** A script that cannot be used. The message is one line: {@code FILE:LINE: what is wrong}. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /**
   * Reads a script whole.
   *
   * @throws Unreadable where the file or a line of it cannot be read; nothing has run
   */
  public static Script read(Path file) throws Unreadable {
    Script.Builder script = new Script.Builder();
    int number = 0;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
        if (!text.isBlank() && !text.stripLeading().startsWith("#")) {
          script.add(number, Json.readObject(text));
        }
      }
      return script.build(number);
    } catch (JsonException | BadScript bad) {
      int line = bad instanceof BadScript where ? where.line() : number;
      throw new Unreadable(file + ":" + line + ": " + bad.getMessage());
    } catch (MalformedInputException binary) {
      throw new Unreadable(file + ":" + (number + 1) + ": not UTF-8 text");
    } catch (NoSuchFileException absent) {
      throw new Unreadable(file + ": there is no such file");
    } catch (IOException unreadable) {
      throw new Unreadable(file + ": cannot be read: " + Reason.of(unreadable));
    }
  }
}
