package dev.bobbin.protocol.v2.model;

/** A class of service that a model is offered in. */
public record ModelServiceTier(String id, String name, String description) {}
