package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.WireEnum;

/** What became of a subscription. */
public enum ThreadUnsubscribeStatus implements WireEnum {
    NOT_LOADED("notLoaded"),
    NOT_SUBSCRIBED("notSubscribed"),
    UNSUBSCRIBED("unsubscribed");

    private final String wireName;

    ThreadUnsubscribeStatus(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
