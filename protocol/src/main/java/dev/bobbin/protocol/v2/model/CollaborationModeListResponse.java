package dev.bobbin.protocol.v2.model;

import java.util.List;

/** Answer to {@code collaborationMode/list}. */
public record CollaborationModeListResponse(List<CollaborationModeMask> data) {}
