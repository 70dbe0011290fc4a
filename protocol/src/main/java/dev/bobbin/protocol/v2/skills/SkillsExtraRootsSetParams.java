package dev.bobbin.protocol.v2.skills;

import dev.bobbin.protocol.wire.AbsolutePath;
import java.util.List;

/** Parameters of {@code skills/extraRoots/set}. */
public record SkillsExtraRootsSetParams(@AbsolutePath List<String> extraRoots) {}
