package dev.bobbin.protocol.v2.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code app/list}. */
public record AppsListResponse(List<AppInfo> data, @Nullable String nextCursor) {}
