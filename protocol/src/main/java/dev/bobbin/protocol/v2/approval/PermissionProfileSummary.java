package dev.bobbin.protocol.v2.approval;

import org.jspecify.annotations.Nullable;

/** A permission profile that threads can name. */
public record PermissionProfileSummary(String id, @Nullable String description) {}
