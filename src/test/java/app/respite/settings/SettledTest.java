package app.respite.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettledTest {
  private static final Content NOTHING = new Content.Absent();
  private static final Content EMPTY = text("");
  private static final Content OLD = text("a=1");
  private static final Content HALF = text("b");
  private static final Content NEW = text("b=2");

  private static Content text(String text) {
    return Content.of(text.getBytes(UTF_8));
  }

  /** What is told when the file shows these contents one look after the other. */
  private static Optional<Content> told(Content... looks) {
    Deque<Content> left = new ArrayDeque<>(List.of(looks));
    return FileWatch.settled(left::removeFirst, OLD::equals, () -> !left.isEmpty());
  }

  @Test
  void anUnchangedFileTakesOneLook() {
    assertThat(told(OLD)).isEmpty();
  }

  @Test
  void aChangeCountsWhenTwoLooksAgree() {
    assertThat(told(NEW, NEW)).contains(NEW);
    assertThat(told(HALF, NEW, NEW)).contains(NEW);
    assertThat(told(HALF, NEW)).isEmpty();
  }

  @Test
  void aFileThatIsEmptyOrGoneForAMomentResetsNothing() {
    assertThat(told(EMPTY, NEW, NEW)).contains(NEW);
    assertThat(told(EMPTY, EMPTY, NEW, NEW)).contains(NEW);
    assertThat(told(NOTHING, NOTHING, OLD)).isEmpty();
    assertThat(told(NOTHING, EMPTY, NOTHING, NEW, NEW)).contains(NEW);
    assertThat(told(new Content.Unreadable("locked"), OLD)).isEmpty();
  }

  @Test
  void aFileThatStaysEmptyOrGoneCountsInTheEnd() {
    assertThat(told(EMPTY, EMPTY, EMPTY)).contains(EMPTY);
    assertThat(told(NOTHING, NOTHING, NOTHING)).contains(NOTHING);
  }
}
