package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.v2.item.DynamicToolCallOutputContentItem;
import java.util.List;

/** Answer to {@code item/tool/call}. */
public record DynamicToolCallResponse(List<DynamicToolCallOutputContentItem> contentItems, boolean success) {}
