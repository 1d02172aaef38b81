package app.respite.desktop.linux.bus;

/**
 * A signal, or a call to something that is served here.
 *
 * @param sender unique name of who sent it
 * @param interfaceName empty where a call names none
 */
public record Incoming(
    String sender, String path, String interfaceName, String member, Body body) {}
