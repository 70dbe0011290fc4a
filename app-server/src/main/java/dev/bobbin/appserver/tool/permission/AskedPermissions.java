package dev.bobbin.appserver.tool.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.v2.approval.AdditionalFileSystemPermissions;
import dev.bobbin.protocol.v2.approval.AdditionalNetworkPermissions;
import dev.bobbin.protocol.v2.approval.FileSystemSandboxEntry;
import dev.bobbin.protocol.wire.Strict;
import dev.bobbin.protocol.wire.WireInt;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Permissions as a model writes them. Paths may be relative to the working directory of what they are for. */
@Strict
public record AskedPermissions(
        @Nullable AdditionalNetworkPermissions network,
        @JsonProperty("file_system") @Nullable Files fileSystem) {
    /** Places and what is to be done there. */
    public record Files(
            @Nullable List<String> read,
            @Nullable List<String> write,
            @Nullable List<FileSystemSandboxEntry> entries,

            @JsonProperty("glob_scan_max_depth") @WireInt("usize") @Nullable
            Long globScanMaxDepth) {}

    /** The same with every path absolute. */
    public Permissions in(Path cwd) {
        var files = fileSystem == null
                ? null
                : new AdditionalFileSystemPermissions(
                        absolute(fileSystem.read(), cwd),
                        absolute(fileSystem.write(), cwd),
                        null,
                        fileSystem.entries());
        return Permissions.of(network, files);
    }

    private static @Nullable List<String> absolute(@Nullable List<String> paths, Path cwd) {
        return paths == null
                ? null
                : paths.stream()
                        .map(path -> cwd.resolve(path).normalize().toString())
                        .toList();
    }
}
