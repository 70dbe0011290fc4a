package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** What a part of a shell command does, as far as it can be told from its text. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CommandAction.Read.class, name = "read"),
    @JsonSubTypes.Type(value = CommandAction.ListFiles.class, name = "listFiles"),
    @JsonSubTypes.Type(value = CommandAction.Search.class, name = "search"),
    @JsonSubTypes.Type(value = CommandAction.Unknown.class, name = "unknown"),
})
public sealed interface CommandAction {
    /** Reads a file. */
    record Read(String command, String name, @AbsolutePath String path) implements CommandAction {}

    /** Lists files. */
    record ListFiles(String command, @Nullable String path) implements CommandAction {}

    /** Searches in files. */
    record Search(
            String command,
            @Nullable String query,
            @Nullable String path) implements CommandAction {}

    /** Does something else. */
    record Unknown(String command) implements CommandAction {}
}
