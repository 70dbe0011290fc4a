package dev.bobbin.protocol.wire;

import org.jspecify.annotations.Nullable;

/** Parameters that may name a rollout file instead of a thread. */
public interface PathScoped {
    /** The file's path as the sender spelt it; null or empty when it was not given. */
    @Nullable
    String path();
}
