package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.ThreadScoped;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code thread/metadata/update}. */
public record ThreadMetadataUpdateParams(
        String threadId, @Nullable ThreadMetadataGitInfoUpdateParams gitInfo) implements ThreadScoped {}
