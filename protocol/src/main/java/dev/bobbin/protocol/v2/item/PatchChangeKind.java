package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** Whether a patch adds, deletes or updates a file. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PatchChangeKind.Add.class, name = "add"),
    @JsonSubTypes.Type(value = PatchChangeKind.Delete.class, name = "delete"),
    @JsonSubTypes.Type(value = PatchChangeKind.Update.class, name = "update"),
})
public sealed interface PatchChangeKind {
    /** Adds a file. */
    record Add() implements PatchChangeKind {}

    /** Deletes a file. */
    record Delete() implements PatchChangeKind {}

    /** Changes a file, and moves it where a path is given. */
    record Update(@JsonProperty("move_path") @Nullable String movePath) implements PatchChangeKind {}
}
