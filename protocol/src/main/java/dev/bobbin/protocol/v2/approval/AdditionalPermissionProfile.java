package dev.bobbin.protocol.v2.approval;

import org.jspecify.annotations.Nullable;

/** Permissions asked for on top of the sandbox of a single command. */
public record AdditionalPermissionProfile(
        @Nullable AdditionalNetworkPermissions network,
        @Nullable AdditionalFileSystemPermissions fileSystem) {}
