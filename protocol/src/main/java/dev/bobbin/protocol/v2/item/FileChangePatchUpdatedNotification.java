package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.ThreadScoped;
import java.util.List;

/** Announced as {@code item/fileChange/patchUpdated}. */
public record FileChangePatchUpdatedNotification(
        String threadId, String turnId, String itemId, List<FileUpdateChange> changes) implements ThreadScoped {}
