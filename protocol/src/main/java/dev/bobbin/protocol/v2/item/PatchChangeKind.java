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
    /** The {@code add} form. */
    record Add() implements PatchChangeKind {}

    /** The {@code delete} form. */
    record Delete() implements PatchChangeKind {}

    /** The {@code update} form. */
    record Update(@JsonProperty("move_path") @Nullable String movePath) implements PatchChangeKind {}
}
