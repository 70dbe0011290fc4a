package dev.bobbin.protocol.v2.fs;

import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;

/** Announced as {@code fs/changed}. */
public record FsChangedNotification(
        String watchId, @AbsolutePath List<String> changedPaths) {}
