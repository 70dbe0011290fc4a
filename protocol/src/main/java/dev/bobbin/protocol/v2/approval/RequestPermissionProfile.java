package dev.bobbin.protocol.v2.approval;

import org.jspecify.annotations.Nullable;

/** The permissions that the model asks for. */
public record RequestPermissionProfile(
        @Nullable AdditionalNetworkPermissions network,
        @Nullable AdditionalFileSystemPermissions fileSystem) {}
