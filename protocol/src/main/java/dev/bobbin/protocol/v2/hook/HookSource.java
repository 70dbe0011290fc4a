package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.WireEnum;

/** Where a hook is configured. */
public enum HookSource implements WireEnum {
    SYSTEM("system"),
    USER("user"),
    PROJECT("project"),
    MDM("mdm"),
    SESSION_FLAGS("sessionFlags"),
    PLUGIN("plugin"),
    CLOUD_REQUIREMENTS("cloudRequirements"),
    CLOUD_MANAGED_CONFIG("cloudManagedConfig"),
    LEGACY_MANAGED_CONFIG_FILE("legacyManagedConfigFile"),
    LEGACY_MANAGED_CONFIG_MDM("legacyManagedConfigMdm"),
    UNKNOWN("unknown");

    private final String wireName;

    HookSource(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
