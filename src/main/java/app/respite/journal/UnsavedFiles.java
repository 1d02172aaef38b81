package app.respite.journal;

import app.respite.coach.port.Checkpoint;
import app.respite.coach.port.CoachException;
import app.respite.coach.port.Fields;
import app.respite.coach.port.JournalException;
import app.respite.coach.port.Reason;
import app.respite.coach.port.RecordFields;
import app.respite.coach.port.Unsaved;
import app.respite.coach.port.UnsavedStore;
import app.respite.domain.day.Change;
import app.respite.domain.work.JournalRecord;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Remainders as files, in the first of some folders that has room: JSON lines, first who it is,
 * then a change each, last the open state and a count. The name holds a mark of the home, so that
 * homes can share a folder for temporary files.
 */
public final class UnsavedFiles implements UnsavedStore {
  private static final String NAME = "respite-unsaved-";
  private static final String END = ".jsonl";
  private static final int MARK_DIGITS = 12;

  private final Path home;
  private final Set<Path> folders;
  private final Consumer<String> log;
  private final Map<UUID, Path> places = new HashMap<>();

  /**
   * The files of a home.
   *
   * @param home the journal's folder, which is tried first
   * @param others to be tried after it, in this order
   * @param log hears of files that are of no use, and stay where they are
   */
  public UnsavedFiles(Path home, List<Path> others, Consumer<String> log) {
    this.home = home.toAbsolutePath();
    this.log = log;
    folders = new LinkedHashSet<>();
    folders.add(this.home);
    others.forEach(folder -> folders.add(folder.toAbsolutePath()));
  }

  @Override
  public List<Unsaved> found() {
    List<Unsaved> all = new ArrayList<>();
    for (Path folder : folders) {
      for (Path file : filesIn(folder)) {
        try {
          if (isForeign(file)) {
            log.accept(file + " belongs to somebody else, so it was left alone");
            continue;
          }
          Unsaved left = read(Files.readAllLines(file, StandardCharsets.UTF_8));
          places.put(left.id(), file);
          all.add(left);
        } catch (IOException | JsonException | CoachException | IllegalArgumentException bad) {
          log.accept(file + " cannot be read, so it was left where it is: " + bad.getMessage());
        }
      }
    }
    all.sort(Comparator.comparing(left -> left.checkpoint().at()));
    return all;
  }

  /** In its own home any will do, for a home may have been moved. */
  private List<Path> filesIn(Path folder) {
    if (!folder.equals(home)) {
      Path one = folder.resolve(name());
      return Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS) ? List.of(one) : List.of();
    }
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, NAME + "*" + END)) {
        there.forEach(files::add);
      } catch (IOException unreadable) {
        log.accept(folder + " cannot be looked through: " + Reason.of(unreadable));
      }
    }
    return files;
  }

  private String name() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(real(home).toString().getBytes(StandardCharsets.UTF_8));
      return NAME + HexFormat.of().formatHex(digest).substring(0, MARK_DIGITS) + END;
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  private static Path real(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException gone) {
      return home.normalize();
    }
  }

  /** Anybody may put files into a folder for temporary ones. */
  private boolean isForeign(Path path) throws IOException {
    return Files.isDirectory(home)
        && path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && !Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(home));
  }

  private static Unsaved read(List<String> lines) throws JsonException {
    if (lines.size() < 2) {
      throw new IllegalArgumentException("it is cut off");
    }
    UUID id = UUID.fromString(new Fields(Json.readObject(lines.getFirst())).text("unsaved"));
    List<Change> changes = new ArrayList<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      changes.add(change(new Fields(Json.readObject(line))));
    }
    Fields last = new Fields(Json.readObject(lines.getLast()));
    if (last.number("changes") != changes.size()) {
      throw new IllegalArgumentException("it is cut off");
    }
    Map<String, String> values = new LinkedHashMap<>();
    last.object("values")
        .values()
        .forEach((name, value) -> values.put(name, String.valueOf(value)));
    return new Unsaved(id, changes, new Checkpoint(last.instant("at"), last.text("boot"), values));
  }

  private static Change change(Fields line) {
    Fields put = line.objectOrNull("put");
    if (put != null) {
      return new Change.Put(RecordFields.read(put.values()));
    }
    Fields remove = line.object("remove");
    return new Change.Remove(
        Kinds.inTable(remove.text("table")).type(), UUID.fromString(remove.text("id")));
  }

  @Override
  public String keep(Unsaved unsaved) {
    StringBuilder text = new StringBuilder();
    line(text, "unsaved", unsaved.id().toString(), "home", home.toString());
    for (Change change : unsaved.changes()) {
      switch (change) {
        case Change.Put(JournalRecord record) -> line(text, "put", RecordFields.of(record));
        case Change.Remove(Class<? extends JournalRecord> kind, UUID id) ->
            line(text, "remove", Map.of("table", Kinds.of(kind).table(), "id", id.toString()));
      }
    }
    Checkpoint last = unsaved.checkpoint();
    line(
        text,
        "at",
        last.at(),
        "boot",
        last.boot(),
        "values",
        last.values(),
        "changes",
        unsaved.changes().size());
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    List<String> refused = new ArrayList<>();
    for (Path folder : folders) {
      try {
        Path file = write(folder, bytes);
        Path before = places.put(unsaved.id(), file);
        if (before != null && !before.equals(file)) {
          Files.deleteIfExists(before);
        }
        return file.toString();
      } catch (IOException full) {
        refused.add(folder.toString());
      }
    }
    throw new JournalException(
        JournalException.Kind.IO,
        "no room or no right to write in "
            + String.join(", ", refused)
            + "; free some space in one of them.");
  }

  private static void line(StringBuilder to, @Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    to.append(Json.write(fields, ZoneOffset.UTC)).append('\n');
  }

  /** Under another name first, so that it is there whole or not at all. */
  private Path write(Path folder, byte[] bytes) throws IOException {
    if (folder.equals(home) && !Files.isDirectory(folder)) {
      throw new IOException("the home is gone");
    }
    PrivateFiles.createFolder(folder);
    if (isForeign(folder)) {
      throw new IOException("belongs to somebody else");
    }
    Path file = folder.resolve(name());
    Path draft = folder.resolve(name() + ".part");
    try {
      Files.deleteIfExists(draft);
      PrivateFiles.create(draft);
      try (FileChannel channel =
          FileChannel.open(draft, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
        for (ByteBuffer left = ByteBuffer.wrap(bytes); left.hasRemaining(); ) {
          channel.write(left);
        }
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      PrivateFiles.force(folder);
      return file;
    } catch (IOException failed) {
      try {
        Files.deleteIfExists(draft);
      } catch (IOException stays) {
        failed.addSuppressed(stays);
      }
      throw failed;
    }
  }

  @Override
  public boolean remove(UUID id) {
    Path file = places.get(id);
    if (file == null) {
      return true;
    }
    try {
      Files.deleteIfExists(file);
      places.remove(id);
      return true;
    } catch (IOException stays) {
      log.accept(file + " is taken in and cannot be removed: " + Reason.of(stays));
      return false;
    }
  }
}
