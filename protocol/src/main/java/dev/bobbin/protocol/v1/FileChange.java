package dev.bobbin.protocol.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a patch does to one file, in the older spelling. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FileChange.Add.class, name = "add"),
    @JsonSubTypes.Type(value = FileChange.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = FileChange.Update.class, name = "update"),
})
public sealed interface FileChange {
    /** The {@code add} form. */
    record Add(String content) implements FileChange {}

    /** The {@code delete} form. */
    record Delete(String content) implements FileChange {}

    /** The {@code update} form. */
    record Update(
            @JsonProperty("unified_diff") String unifiedDiff,
            @JsonProperty("move_path") @Nullable String movePath) implements FileChange {}
}
