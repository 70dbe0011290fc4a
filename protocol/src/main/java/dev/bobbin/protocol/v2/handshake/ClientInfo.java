package dev.bobbin.protocol.v2.handshake;

import org.jspecify.annotations.Nullable;

/** What a client calls itself; the name becomes the originator of its threads. */
public record ClientInfo(String name, @Nullable String title, String version) {}
