package dev.bobbin.protocol.v2.notice;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** Announced as {@code configWarning}. */
public record ConfigWarningNotification(
        String summary,
        @Nullable String details,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable TextRange range) {}
