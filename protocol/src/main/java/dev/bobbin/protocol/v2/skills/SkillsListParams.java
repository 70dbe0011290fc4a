package dev.bobbin.protocol.v2.skills;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;

/** Parameters of {@code skills/list}. */
public record SkillsListParams(
        @Defaulted List<String> cwds, @Defaulted boolean forceReload) {}
