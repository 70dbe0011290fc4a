package dev.bobbin.protocol.v2.skills;

import java.util.List;

/** Answer to {@code skills/list}. */
public record SkillsListResponse(List<SkillsListEntry> data) {}
