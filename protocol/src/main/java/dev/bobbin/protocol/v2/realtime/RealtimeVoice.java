package dev.bobbin.protocol.v2.realtime;

import dev.bobbin.protocol.wire.WireEnum;

/** The voices of realtime conversations. */
public enum RealtimeVoice implements WireEnum {
    ALLOY("alloy"),
    ARBOR("arbor"),
    ASH("ash"),
    BALLAD("ballad"),
    BREEZE("breeze"),
    CEDAR("cedar"),
    CORAL("coral"),
    COVE("cove"),
    ECHO("echo"),
    EMBER("ember"),
    JUNIPER("juniper"),
    MAPLE("maple"),
    MARIN("marin"),
    SAGE("sage"),
    SHIMMER("shimmer"),
    SOL("sol"),
    SPRUCE("spruce"),
    VALE("vale"),
    VERSE("verse");

    private final String wireName;

    RealtimeVoice(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
