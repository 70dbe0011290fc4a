package dev.bobbin.protocol.v2.windows;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether the Windows sandbox can be used. */
public enum WindowsSandboxReadiness implements WireEnum {
    READY("ready"),
    NOT_CONFIGURED("notConfigured"),
    UPDATE_REQUIRED("updateRequired");

    private final String wireName;

    WindowsSandboxReadiness(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
