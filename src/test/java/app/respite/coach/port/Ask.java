package app.respite.coach.port;

import app.respite.coach.CoachService;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Requests as they stand on the socket, for tests that write them so. */
public final class Ask {
  public static final String SAVE_TASK = "save-task";
  public static final String ARCHIVE_TASK = "archive-task";
  public static final String ADD_RECORD = "add-record";
  public static final String EDIT_RECORD = "edit-record";
  public static final String DELETE_RECORD = "delete-record";
  public static final String UNDO = "undo";
  public static final String IMPORT = "import";
  public static final String TELL = "tell";
  public static final String TODAY = "today";
  public static final String SHOW = "show-window";
  public static final String VIEW_SHOWN = "view-shown";
  public static final String SETTINGS = "settings";
  public static final String QUIT = "quit";

  private Ask() {}

  /** The request of a word and its fields. */
  public static CoachRequest<?> read(String what, Map<String, ? extends @Nullable Object> with) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(with);
    fields.put(RequestFields.WORD, what);
    return RequestFields.read(fields);
  }

  /** Asks whoever holds the journal; gives the fields of the answer. */
  public static Map<String, @Nullable Object> of(
      CoachService service, String what, Map<String, ? extends @Nullable Object> with) {
    return of(service, (CoachRequest.OfJournal<?>) read(what, with));
  }

  private static <A> Map<String, @Nullable Object> of(
      CoachService service, CoachRequest.OfJournal<A> request) {
    return RequestFields.of(request, service.ask(request));
  }

  /** Asks a coach; gives the fields of the answer. */
  public static CompletableFuture<Map<String, @Nullable Object>> of(
      CoachLink link, String what, Map<String, ? extends @Nullable Object> with) {
    return of(link, read(what, with));
  }

  private static <A> CompletableFuture<Map<String, @Nullable Object>> of(
      CoachLink link, CoachRequest<A> request) {
    return link.ask(request).thenApply(answer -> RequestFields.of(request, answer));
  }
}
