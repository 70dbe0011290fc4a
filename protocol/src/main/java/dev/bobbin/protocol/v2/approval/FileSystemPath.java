package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.AbsolutePath;

/** A path, a pattern, or a place known by name. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FileSystemPath.Path.class, name = "path"),
    @JsonSubTypes.Type(value = FileSystemPath.GlobPattern.class, name = "glob_pattern"),
    @JsonSubTypes.Type(value = FileSystemPath.Special.class, name = "special"),
})
public sealed interface FileSystemPath {
    /** The {@code path} form. */
    record Path(@AbsolutePath String path) implements FileSystemPath {}

    /** The {@code glob_pattern} form. */
    record GlobPattern(String pattern) implements FileSystemPath {}

    /** The {@code special} form. */
    record Special(FileSystemSpecialPath value) implements FileSystemPath {}
}
