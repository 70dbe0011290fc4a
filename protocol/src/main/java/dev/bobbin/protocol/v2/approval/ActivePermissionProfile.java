package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** The named permission profile in force for a thread. */
public record ActivePermissionProfile(
        String id, @JsonProperty("extends") @Nullable String base) {}
