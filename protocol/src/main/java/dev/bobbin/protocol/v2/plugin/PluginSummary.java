package dev.bobbin.protocol.v2.plugin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plugin as lists show it. */
public record PluginSummary(
        String id,
        @Nullable String remotePluginId,
        @Nullable String localVersion,
        String name,
        @Nullable PluginShareContext shareContext,
        PluginSource source,
        boolean installed,
        boolean enabled,
        PluginInstallPolicy installPolicy,
        PluginAuthPolicy authPolicy,
        @Defaulted("AVAILABLE") PluginAvailability availability,
        @JsonProperty("interface") @Nullable PluginInterface presentation,
        @Defaulted List<String> keywords) {}
