package dev.bobbin.protocol.v2.plugin;

import java.util.List;

/** Answer to {@code plugin/share/list}. */
public record PluginShareListResponse(List<PluginShareListItem> data) {}
