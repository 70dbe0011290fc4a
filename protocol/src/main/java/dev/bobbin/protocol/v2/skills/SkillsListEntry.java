package dev.bobbin.protocol.v2.skills;

import java.util.List;

/** The skills found for one working directory. */
public record SkillsListEntry(String cwd, List<SkillMetadata> skills, List<SkillErrorInfo> errors) {}
