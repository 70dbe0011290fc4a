package dev.bobbin.protocol.v2.approval;

import org.jspecify.annotations.Nullable;

/** Network access that a command may have beyond its sandbox. */
public record AdditionalNetworkPermissions(@Nullable Boolean enabled) {}
