package dev.bobbin.protocol.v2.hook;

/** A hook file that could not be read. */
public record HookErrorInfo(String path, String message) {}
