package dev.bobbin.protocol.v2.remote;

import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code remoteControl/client/list}. */
public record RemoteControlClientsListParams(
        String environmentId,
        @Nullable String cursor,
        @WireInt("u32") @Nullable Long limit,
        @Nullable RemoteControlClientsListOrder order) {}
