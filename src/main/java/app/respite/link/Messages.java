package app.respite.link;

import app.respite.coach.port.Fields;
import app.respite.json.Json;
import app.respite.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Messages over a connection whose owner can wait. */
final class Messages {
  private final SocketChannel channel;
  private final Lines lines = new Lines();
  private final ByteBuffer in = ByteBuffer.allocate(8 * 1024);
  private final Queue<String> read = new ArrayDeque<>();
  private @Nullable Duration patience;

  Messages(SocketChannel channel) {
    this.channel = channel;
  }

  /** Sends messages, all in one go. */
  @SafeVarargs
  final void write(Map<String, @Nullable Object>... messages) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Map<String, @Nullable Object> message : messages) {
      ByteBuffer bytes = Lines.bytes(Wire.line(message));
      byte[] line = new byte[bytes.remaining()];
      bytes.get(line);
      all.writeBytes(line);
    }
    ByteBuffer bytes = ByteBuffer.wrap(all.toByteArray());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /**
   * Sends the first ones. A coach that has no room says so unasked and has closed its end by then.
   */
  @SafeVarargs
  final void greet(Map<String, @Nullable Object>... messages) throws IOException {
    try {
      write(messages);
    } catch (IOException perhapsTurnedAway) {
      read.addAll(received());
      if (read.isEmpty()) {
        throw perhapsTurnedAway;
      }
    }
  }

  /** From now on, waits for each part of a message only so long; as long as it takes before. */
  void waitAtMost(Duration most) {
    patience = most;
  }

  private void awaitMore(Duration most) throws IOException {
    try (Selector selector = Selector.open()) {
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ);
      if (selector.select(most.toMillis()) == 0) {
        throw new IOException("it does not answer");
      }
    }
    channel.configureBlocking(true);
  }

  private List<String> received() throws IOException {
    if (patience != null) {
      awaitMore(patience);
    }
    in.clear();
    if (channel.read(in) < 0) {
      throw new IOException("it has closed the connection");
    }
    in.flip();
    return lines.take(in);
  }

  /** Waits for the next one. */
  Fields next() throws IOException {
    while (read.isEmpty()) {
      read.addAll(received());
    }
    try {
      return new Fields(Json.readObject(read.remove()));
    } catch (JsonException bad) {
      throw new IOException("the coach sent what is no message: " + bad.getMessage(), bad);
    }
  }
}
