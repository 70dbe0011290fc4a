package dev.bobbin.protocol.v2.windows;

import dev.bobbin.protocol.wire.WireEnum;

/** Which of the Windows sandboxes. */
public enum WindowsSandboxSetupMode implements WireEnum {
    ELEVATED("elevated"),
    UNELEVATED("unelevated");

    private final String wireName;

    WindowsSandboxSetupMode(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
