package dev.bobbin.protocol.v2.plugin;

import dev.bobbin.protocol.v2.skills.SkillSummary;
import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything about a plugin. */
public record PluginDetail(
        String marketplaceName,
        @AbsolutePath @Nullable String marketplacePath,
        PluginSummary summary,
        @Nullable String description,
        List<SkillSummary> skills,
        List<PluginHookSummary> hooks,
        List<AppSummary> apps,
        List<String> mcpServers) {}
