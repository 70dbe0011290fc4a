package dev.bobbin.protocol.v1;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** What a part of a shell command does, in the older spelling. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ParsedCommand.Read.class, name = "read"),
    @JsonSubTypes.Type(value = ParsedCommand.ListFiles.class, name = "list_files"),
    @JsonSubTypes.Type(value = ParsedCommand.Search.class, name = "search"),
    @JsonSubTypes.Type(value = ParsedCommand.Unknown.class, name = "unknown"),
})
public sealed interface ParsedCommand {
    /** The {@code read} form. */
    record Read(String cmd, String name, String path) implements ParsedCommand {}

    /** The {@code list_files} form. */
    record ListFiles(String cmd, @Nullable String path) implements ParsedCommand {}

    /** The {@code search} form. */
    record Search(
            String cmd, @Nullable String query, @Nullable String path) implements ParsedCommand {}

    /** The {@code unknown} form. */
    record Unknown(String cmd) implements ParsedCommand {}
}
