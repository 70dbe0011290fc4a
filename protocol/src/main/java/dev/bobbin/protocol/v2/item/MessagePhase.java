package dev.bobbin.protocol.v2.item;

import dev.bobbin.protocol.wire.WireEnum;

/** Whether a message of the model is a remark on the way or the answer. */
public enum MessagePhase implements WireEnum {
    COMMENTARY("commentary"),
    FINAL_ANSWER("final_answer");

    private final String wireName;

    MessagePhase(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
