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
    /** The {@code uncommittedChanges} form. */
    record UncommittedChanges() implements ReviewTarget {}

    /** The {@code baseBranch} form. */
    record BaseBranch(String branch) implements ReviewTarget {}

    /** The {@code commit} form. */
    record Commit(String sha, @Nullable String title) implements ReviewTarget {}

    /** The {@code custom} form. */
    record Custom(String instructions) implements ReviewTarget {}
}
