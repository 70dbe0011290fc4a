package dev.bobbin.protocol.v2.thread;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code thread/loaded/list}. */
public record ThreadLoadedListResponse(
        List<String> data, @Nullable String nextCursor) {}
