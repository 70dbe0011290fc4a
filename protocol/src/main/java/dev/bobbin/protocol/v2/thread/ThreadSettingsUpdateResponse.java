package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/settings/update}. */
public record ThreadSettingsUpdateResponse() {}
