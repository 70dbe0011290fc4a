package dev.bobbin.protocol.v2.approval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code permissionProfile/list}. */
public record PermissionProfileListResponse(
        List<PermissionProfileSummary> data, @Nullable String nextCursor) {}
