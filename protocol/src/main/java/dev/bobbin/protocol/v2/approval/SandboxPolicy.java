package dev.bobbin.protocol.v2.approval;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.AbsolutePath;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;

/** What commands may touch. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SandboxPolicy.DangerFullAccess.class, name = "dangerFullAccess"),
    @JsonSubTypes.Type(value = SandboxPolicy.ReadOnly.class, name = "readOnly"),
    @JsonSubTypes.Type(value = SandboxPolicy.ExternalSandbox.class, name = "externalSandbox"),
    @JsonSubTypes.Type(value = SandboxPolicy.WorkspaceWrite.class, name = "workspaceWrite"),
})
public sealed interface SandboxPolicy {
    /** Everything is allowed. */
    record DangerFullAccess() implements SandboxPolicy {}

    /** Everything may be read, nothing written. */
    record ReadOnly(@Defaulted boolean networkAccess) implements SandboxPolicy {}

    /** Somebody else confines the server. */
    record ExternalSandbox(@Defaulted("restricted") NetworkAccess networkAccess) implements SandboxPolicy {}

    /** The working directory, the given roots and, unless excluded, the temporary directories may be written. */
    record WorkspaceWrite(
            @Defaulted @AbsolutePath List<String> writableRoots,
            @Defaulted boolean networkAccess,
            @Defaulted boolean excludeTmpdirEnvVar,
            @Defaulted boolean excludeSlashTmp)
            implements SandboxPolicy {}
}
