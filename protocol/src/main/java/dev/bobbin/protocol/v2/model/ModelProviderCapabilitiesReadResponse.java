package dev.bobbin.protocol.v2.model;

/** Answer to {@code modelProvider/capabilities/read}. */
public record ModelProviderCapabilitiesReadResponse(
        boolean namespaceTools, boolean imageGeneration, boolean webSearch) {}
