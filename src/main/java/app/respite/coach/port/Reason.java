package app.respite.coach.port;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Why a file could not be read or written, in the few words that go into a sentence. What such an
 * exception says itself is often only the file's name.
 */
public final class Reason {
  private static final String LOOP = "Too many levels of symbolic links";

  private Reason() {}

  /** The words. */
  public static String of(IOException failed) {
    return switch (failed) {
      case FileSystemException known when known.getReason() != null ->
          String.valueOf(known.getReason()).startsWith(LOOP)
              ? "its symbolic links run in a circle"
              : known.getReason();
      case AccessDeniedException _ -> "you have no right to";
      case FileSystemLoopException _ -> "its symbolic links run in a circle";
      case NotDirectoryException file -> file.getFile() + " is no folder";
      case FileAlreadyExistsException there -> there.getFile() + " is in the way";
      case CharacterCodingException _ -> "a name or value holds half a character";
      case NoSuchFileException absent -> "there is no " + absent.getFile();
      default ->
          failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
    };
  }
}
