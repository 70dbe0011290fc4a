package dev.bobbin.protocol.method;

/**
 * A notification from the server.
 *
 * @param name the wire name
 * @param params the record of its parameters
 * @param <P> the parameters
 */
public record Notification<P>(String name, Class<P> params) {}
