package dev.bobbin.protocol.v2.hook;

import java.util.List;

/** Answer to {@code hooks/list}. */
public record HooksListResponse(List<HooksListEntry> data) {}
