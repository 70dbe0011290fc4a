package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.wire.ThreadScoped;

/** Parameters of {@code thread/approveGuardianDeniedAction}. */
public record ThreadApproveGuardianDeniedActionParams(String threadId, JsonNode event) implements ThreadScoped {}
