package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/** A place known by name instead of by path. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = FileSystemSpecialPath.Root.class, name = "root"),
    @JsonSubTypes.Type(value = FileSystemSpecialPath.Minimal.class, name = "minimal"),
    @JsonSubTypes.Type(value = FileSystemSpecialPath.ProjectRoots.class, name = "project_roots"),
    @JsonSubTypes.Type(value = FileSystemSpecialPath.Tmpdir.class, name = "tmpdir"),
    @JsonSubTypes.Type(value = FileSystemSpecialPath.SlashTmp.class, name = "slash_tmp"),
    @JsonSubTypes.Type(value = FileSystemSpecialPath.Unknown.class, name = "unknown"),
})
public sealed interface FileSystemSpecialPath {
    /** The {@code root} form. */
    record Root() implements FileSystemSpecialPath {}

    /** The {@code minimal} form. */
    record Minimal() implements FileSystemSpecialPath {}

    /** The {@code project_roots} form. */
    record ProjectRoots(@Nullable String subpath) implements FileSystemSpecialPath {}

    /** The {@code tmpdir} form. */
    record Tmpdir() implements FileSystemSpecialPath {}

    /** The {@code slash_tmp} form. */
    record SlashTmp() implements FileSystemSpecialPath {}

    /** The {@code unknown} form. */
    record Unknown(String path, @Nullable String subpath) implements FileSystemSpecialPath {}
}
