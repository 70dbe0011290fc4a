package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** The permissions that the user granted, at most those requested. */
public record GrantedPermissionProfile(
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AdditionalNetworkPermissions network,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AdditionalFileSystemPermissions fileSystem) {}
