package dev.bobbin.protocol.v2.plugin;

import org.jspecify.annotations.Nullable;

/** A picture of an app at work. */
public record AppScreenshot(@Nullable String url, @Nullable String fileId, String userPrompt) {}
