package app.respite.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Identities that come out the same whenever the same thing is read again. */
public final class Ids {
  private Ids() {}

  /**
   * The identity of an item.
   *
   * @param sourceKind the tool, whatever the form of its export
   * @param sourceInstance the server or family the id belongs to; empty where ids are unique
   * @param externalId the tool's own id
   */
  public static UUID item(String sourceKind, String sourceInstance, String externalId) {
    return of(sourceKind, sourceInstance, externalId);
  }

  /**
   * The identity of a Label Studio annotation. Annotation ids repeat across servers and an export
   * does not name its server, so the moment of the first submit, which never changes, stands for
   * it. The same annotation gets the same id from every form of export and from a live connection.
   */
  public static UUID labelStudio(String annotation, @Nullable Instant created) {
    return item("labelstudio", "", labelStudioKey(annotation, created));
  }

  static String labelStudioKey(String annotation, @Nullable Instant created) {
    return created == null ? annotation : annotation + "@" + created;
  }

  /** A UUID (version 8) from the SHA-256 of parts, each with its length in front. */
  static UUID of(String... parts) {
    MessageDigest digest = sha256();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
      digest.update(bytes);
    }
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = (hash.getLong() & ~0xf000L) | 0x8000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** What stands for another worker in the journal: it says who did the same, never who. */
  static String workerHash(String salt, String worker) {
    MessageDigest digest = sha256();
    digest.update(salt.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    digest.update(worker.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
