package dev.bobbin.protocol.v2.plugin;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Where a plugin's files come from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PluginSource.Local.class, name = "local"),
    @JsonSubTypes.Type(value = PluginSource.Git.class, name = "git"),
    @JsonSubTypes.Type(value = PluginSource.Remote.class, name = "remote"),
})
public sealed interface PluginSource {
    /** The {@code local} form. */
    record Local(@AbsolutePath String path) implements PluginSource {}

    /** The {@code git} form. */
    record Git(
            String url,
            @Nullable String path,
            @Nullable String refName,
            @Nullable String sha) implements PluginSource {}

    /** The {@code remote} form. */
    record Remote() implements PluginSource {}
}
