package dev.bobbin.protocol.v2.skills;

import java.util.List;

/** What a skill needs. */
public record SkillDependencies(List<SkillToolDependency> tools) {}
