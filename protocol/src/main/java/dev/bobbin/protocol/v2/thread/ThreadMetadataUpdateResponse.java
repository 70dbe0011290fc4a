package dev.bobbin.protocol.v2.thread;

/** Answer to {@code thread/metadata/update}. */
public record ThreadMetadataUpdateResponse(Thread thread) {}
