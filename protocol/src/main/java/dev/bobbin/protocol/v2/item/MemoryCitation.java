package dev.bobbin.protocol.v2.item;

import java.util.List;

/** The memories that a message draws on. */
public record MemoryCitation(List<MemoryCitationEntry> entries, List<String> threadIds) {}
