package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parameters of {@code plugin/installed}. */
public record PluginInstalledParams(
        @AbsolutePath @Nullable List<String> cwds, @Nullable List<String> installSuggestionPluginNames) {}
