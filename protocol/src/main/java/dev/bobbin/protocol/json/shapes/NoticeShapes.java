package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class NoticeShapes {
    private NoticeShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ConfigWarningNotification summary:S details?:S path-:S range-:Lv2.notice.TextRange
                DeprecationNoticeNotification summary:S details?:S
                GuardianWarningNotification threadId:S message:S
                TextPosition line:usize column:usize
                TextRange start:Lv2.notice.TextPosition end:Lv2.notice.TextPosition
                WarningNotification threadId?:S message:S
                """;
    }
}
