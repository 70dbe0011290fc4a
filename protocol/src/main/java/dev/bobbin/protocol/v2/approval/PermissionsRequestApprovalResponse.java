package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.Defaulted;

/** Answer to {@code item/permissions/requestApproval}. */
public record PermissionsRequestApprovalResponse(
        GrantedPermissionProfile permissions,
        @Defaulted("turn") PermissionGrantScope scope,
        @Defaulted boolean strictAutoReview) {}
