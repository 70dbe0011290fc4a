package dev.bobbin.protocol.v2.review;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a review looks at. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReviewTarget.UncommittedChanges.class, name = "uncommittedChanges"),
    @JsonSubTypes.Type(value = ReviewTarget.BaseBranch.class, name = "baseBranch"),
    @JsonSubTypes.Type(value = ReviewTarget.Commit.class, name = "commit"),
    @JsonSubTypes.Type(value = ReviewTarget.Custom.class, name = "custom"),
})
public sealed interface ReviewTarget {
    /** What is not committed yet. */
    record UncommittedChanges() implements ReviewTarget {}

    /** What differs from a branch. */
    record BaseBranch(String branch) implements ReviewTarget {}

    /** One commit. */
    record Commit(String sha, @Nullable String title) implements ReviewTarget {}

    /** What the instructions say. */
    record Custom(String instructions) implements ReviewTarget {}
}
