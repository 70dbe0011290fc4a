package dev.bobbin.protocol.v2.skills;

import dev.bobbin.protocol.wire.WireEnum;

/** Where a skill was found. */
public enum SkillScope implements WireEnum {
    USER("user"),
    REPO("repo"),
    SYSTEM("system"),
    ADMIN("admin");

    private final String wireName;

    SkillScope(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
