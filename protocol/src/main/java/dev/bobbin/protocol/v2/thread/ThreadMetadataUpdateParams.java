package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of {@code thread/metadata/update}.
 *
 * @param gitInfo what to change; null is refused
 */
public record ThreadMetadataUpdateParams(
        String threadId, @Nullable ThreadMetadataGitInfoUpdateParams gitInfo) implements ThreadScoped {}
