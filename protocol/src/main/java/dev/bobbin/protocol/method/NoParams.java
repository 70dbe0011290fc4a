package dev.bobbin.protocol.method;

/** The parameters of a method that has none; on the wire they may be absent. */
public record NoParams() {}
