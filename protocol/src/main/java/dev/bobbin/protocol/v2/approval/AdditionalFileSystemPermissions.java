package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths that a command may read or write beyond its sandbox. */
public record AdditionalFileSystemPermissions(
        @AbsolutePath @Nullable List<String> read,
        @AbsolutePath @Nullable List<String> write,

        @JsonInclude(JsonInclude.Include.NON_NULL) @WireInt("usize") @Nullable
        Long globScanMaxDepth,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FileSystemSandboxEntry> entries) {}
