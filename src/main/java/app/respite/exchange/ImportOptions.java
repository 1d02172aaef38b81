package app.respite.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How to import.
 *
 * @param format the format's name, or null to find out from the file
 * @param task the gig task the items belong to; records of Respite's own bring their task
 * @param importId the identity of this import, kept with each item
 * @param whose whose work is taken
 * @param salt kept by the caller, the same at every import of a journal; hides who other workers
 *     are
 * @param now for telling moments that cannot be
 * @param acceptPartial keep what comes before the end of a file that was cut off
 * @param dryRun write nothing, report all the same
 * @param backslashQuotes quotes inside cells are escaped by a backslash
 * @param progress is told how far the reading is
 */
public record ImportOptions(
    @Nullable String format,
    UUID task,
    UUID importId,
    Whose whose,
    String salt,
    Instant now,
    boolean acceptPartial,
    boolean dryRun,
    boolean backslashQuotes,
    Progress progress) {
  /** Told now and then how far the reading is. */
  @FunctionalInterface
  public interface Progress {
    /**
     * Says how far.
     *
     * @param read bytes of the file read so far; a file is read twice
     * @param size bytes of the file
     * @return whether to go on
     */
    boolean goOn(long read, long size);
  }

  /**
   * Whose work is taken.
   *
   * @param worker keep only what this worker did and book it as the user's own; null for whom the
   *     identities know, and where they know nobody for everybody
   * @param everybody take the work of several workers where none is named; a file of more than one
   *     is refused otherwise
   * @param identities who the user said to be before, and where that is remembered
   */
  public record Whose(@Nullable String worker, boolean everybody, Identities identities) {
    /** Everybody's, and nobody is remembered. */
    static final Whose EVERYBODYS = new Whose(null, true, Identities.NONE);
  }

  /** Everybody's items of a file whose format shows, written, and nothing of a file cut off. */
  public static ImportOptions of(UUID task, UUID importId, String salt, Instant now) {
    return new ImportOptions(
        null,
        task,
        importId,
        Whose.EVERYBODYS,
        salt,
        now,
        false,
        false,
        false,
        (read, size) -> true);
  }

  /** With the format named. */
  public ImportOptions withFormat(@Nullable String name) {
    return new ImportOptions(
        name, task, importId, whose, salt, now, acceptPartial, dryRun, backslashQuotes, progress);
  }

  /** With only one worker's items. */
  public ImportOptions withWorker(@Nullable String name) {
    return withWhose(new Whose(name, whose.everybody(), whose.identities()));
  }

  /** Only one worker's items: the one named, or the one that was named before. */
  public ImportOptions withOnlyMine(Identities known) {
    return withWhose(new Whose(whose.worker(), false, known));
  }

  private ImportOptions withWhose(Whose other) {
    return new ImportOptions(
        format, task, importId, other, salt, now, acceptPartial, dryRun, backslashQuotes, progress);
  }

  /** With or without what comes before the end of a file cut off. */
  public ImportOptions withAcceptPartial(boolean accept) {
    return new ImportOptions(
        format, task, importId, whose, salt, now, accept, dryRun, backslashQuotes, progress);
  }

  /** With or without writing. */
  public ImportOptions withDryRun(boolean dry) {
    return new ImportOptions(
        format, task, importId, whose, salt, now, acceptPartial, dry, backslashQuotes, progress);
  }

  /** With somebody who wants to know how far it is. */
  public ImportOptions withProgress(Progress told) {
    return new ImportOptions(
        format, task, importId, whose, salt, now, acceptPartial, dryRun, backslashQuotes, told);
  }

  ImportOptions withBackslashQuotes() {
    return new ImportOptions(
        format, task, importId, whose, salt, now, acceptPartial, dryRun, true, progress);
  }

  /** The worker that is taken; null where none was named. */
  @Nullable String worker() {
    return whose.worker();
  }
}
