package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.wire.WireEnum;

/** Why a request went to another model than asked for. */
public enum ModelRerouteReason implements WireEnum {
    HIGH_RISK_CYBER_ACTIVITY("highRiskCyberActivity");

    private final String wireName;

    ModelRerouteReason(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
