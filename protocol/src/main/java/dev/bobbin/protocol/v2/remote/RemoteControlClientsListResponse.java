package dev.bobbin.protocol.v2.remote;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code remoteControl/client/list}. */
public record RemoteControlClientsListResponse(
        List<RemoteControlClient> data, @Nullable String nextCursor) {}
