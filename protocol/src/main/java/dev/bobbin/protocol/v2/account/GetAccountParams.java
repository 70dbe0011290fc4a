package dev.bobbin.protocol.v2.account;

import dev.bobbin.protocol.wire.Defaulted;

/** Parameters of {@code account/read}. */
public record GetAccountParams(@Defaulted boolean refreshToken) {}
