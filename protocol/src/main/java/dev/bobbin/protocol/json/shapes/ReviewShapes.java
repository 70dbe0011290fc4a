package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class ReviewShapes {
    private ReviewShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ReviewStartParams threadId:S target:Lv2.review.ReviewTarget delivery?:Lv2.review.ReviewDelivery
                ReviewStartResponse turn:Lv2.turn.Turn reviewThreadId:S
                ReviewTarget$BaseBranch branch:S
                ReviewTarget$Commit sha:S title?:S
                ReviewTarget$Custom instructions:S
                ReviewTarget$UncommittedChanges
                ReviewTarget =type uncommittedChanges:UncommittedChanges baseBranch:BaseBranch commit:Commit custom:Custom
                """;
    }
}
