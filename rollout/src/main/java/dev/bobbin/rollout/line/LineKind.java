package dev.bobbin.rollout.line;

/** The {@code type} of a line. */
public enum LineKind {
    SESSION_META("session_meta"),
    RESPONSE_ITEM("response_item"),
    COMPACTED("compacted"),
    TURN_CONTEXT("turn_context"),
    EVENT("event_msg"),
    /** Ours; see {@link BobbinRecord}. */
    BOBBIN("bobbin"),
    UNKNOWN("");

    private final String wireName;

    LineKind(String wireName) {
        this.wireName = wireName;
    }

    /** The type as spelled; a mere prefix for {@link #BOBBIN}, empty for {@link #UNKNOWN}. */
    public String wireName() {
        return wireName;
    }

    static LineKind of(String type) {
        for (var kind : values()) {
            if (kind != UNKNOWN && kind.wireName.equals(type)) {
                return kind;
            }
        }
        return type.startsWith(BOBBIN.wireName) ? BOBBIN : UNKNOWN;
    }
}
