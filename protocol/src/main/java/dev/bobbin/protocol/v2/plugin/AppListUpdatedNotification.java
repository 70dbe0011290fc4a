package dev.bobbin.protocol.v2.plugin;

import java.util.List;

/** Announced as {@code app/list/updated}. */
public record AppListUpdatedNotification(List<AppInfo> data) {}
