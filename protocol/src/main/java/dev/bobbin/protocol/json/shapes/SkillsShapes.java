package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class SkillsShapes {
    private SkillsShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                SkillDependencies tools:[Lv2.skills.SkillToolDependency
                SkillErrorInfo path:S message:S
                SkillInterface displayName-:S shortDescription-:S iconSmall-:A iconLarge-:A brandColor-:S defaultPrompt-:S
                SkillMetadata name:S description:S shortDescription-:S presentation>interface-:Lv2.skills.SkillInterface dependencies-:Lv2.skills.SkillDependencies path:A scope:Lv2.skills.SkillScope enabled:B
                SkillSummary name:S description:S shortDescription?:S presentation>interface?:Lv2.skills.SkillInterface path?:A enabled:B
                SkillToolDependency type:S value:S description-:S transport-:S command-:S url-:S
                SkillsChangedNotification
                SkillsConfigWriteParams path?:A name?:S enabled:B
                SkillsConfigWriteResponse effectiveEnabled:B
                SkillsExtraRootsSetParams extraRoots:[A
                SkillsExtraRootsSetResponse
                SkillsListEntry cwd:S skills:[Lv2.skills.SkillMetadata errors:[Lv2.skills.SkillErrorInfo
                SkillsListParams cwds=:[S forceReload=:B
                SkillsListResponse data:[Lv2.skills.SkillsListEntry
                """;
    }
}
