package dev.bobbin.protocol.v2.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hooks that run on what a matcher selects. */
public record ConfiguredHookMatcherGroup(@Nullable String matcher, List<ConfiguredHookHandler> hooks) {}
