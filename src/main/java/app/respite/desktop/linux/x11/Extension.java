package app.respite.desktop.linux.x11;

import java.nio.ByteBuffer;

/**
 * Where an extension's requests and events begin in this server's numbering.
 *
 * @param code of its requests; 0 where the server does not have it
 */
record Extension(int code, int firstEvent) {
  /**
   * Asks for one by its name.
   *
   * @throws X11Exception where the server does not answer
   */
  static Extension find(X11Connection connection, String name) throws X11Exception {
    ByteBuffer found = connection.ask(Request.extension(name)).data();
    return found.get(8) == 0
        ? new Extension(0, 0)
        : new Extension(Byte.toUnsignedInt(found.get(9)), Byte.toUnsignedInt(found.get(10)));
  }

  boolean present() {
    return code != 0;
  }

  Request request(int which) {
    return Request.of(code, which);
  }
}
