package dev.bobbin.protocol.v2.config;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.AbsolutePath;
import org.jspecify.annotations.Nullable;

/** Where a layer of configuration comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConfigLayerSource.Mdm.class, name = "mdm"),
    @JsonSubTypes.Type(value = ConfigLayerSource.System.class, name = "system"),
    @JsonSubTypes.Type(value = ConfigLayerSource.EnterpriseManaged.class, name = "enterpriseManaged"),
    @JsonSubTypes.Type(value = ConfigLayerSource.User.class, name = "user"),
    @JsonSubTypes.Type(value = ConfigLayerSource.Project.class, name = "project"),
    @JsonSubTypes.Type(value = ConfigLayerSource.SessionFlags.class, name = "sessionFlags"),
    @JsonSubTypes.Type(
            value = ConfigLayerSource.LegacyManagedConfigTomlFromFile.class,
            name = "legacyManagedConfigTomlFromFile"),
    @JsonSubTypes.Type(
            value = ConfigLayerSource.LegacyManagedConfigTomlFromMdm.class,
            name = "legacyManagedConfigTomlFromMdm"),
})
public sealed interface ConfigLayerSource {
    /** The {@code mdm} form. */
    record Mdm(String domain, String key) implements ConfigLayerSource {}

    /** The {@code system} form. */
    record System(@AbsolutePath String file) implements ConfigLayerSource {}

    /** The {@code enterpriseManaged} form. */
    record EnterpriseManaged(String id, String name) implements ConfigLayerSource {}

    /** The {@code user} form. */
    record User(@AbsolutePath String file, @Nullable String profile) implements ConfigLayerSource {}

    /** The {@code project} form. */
    record Project(@AbsolutePath String dotCodexFolder) implements ConfigLayerSource {}

    /** The {@code sessionFlags} form. */
    record SessionFlags() implements ConfigLayerSource {}

    /** The {@code legacyManagedConfigTomlFromFile} form. */
    record LegacyManagedConfigTomlFromFile(@AbsolutePath String file) implements ConfigLayerSource {}

    /** The {@code legacyManagedConfigTomlFromMdm} form. */
    record LegacyManagedConfigTomlFromMdm() implements ConfigLayerSource {}
}
