package dev.bobbin.protocol.v2.model;

/** Parameters of {@code collaborationMode/list}. */
public record CollaborationModeListParams() {}
