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
    /** The {@code dangerFullAccess} form. */
    record DangerFullAccess() implements SandboxPolicy {}

    /** The {@code readOnly} form. */
    record ReadOnly(@Defaulted boolean networkAccess) implements SandboxPolicy {}

    /** The {@code externalSandbox} form. */
    record ExternalSandbox(@Defaulted("restricted") NetworkAccess networkAccess) implements SandboxPolicy {}

    /** The {@code workspaceWrite} form. */
    record WorkspaceWrite(
            @Defaulted @AbsolutePath List<String> writableRoots,
            @Defaulted boolean networkAccess,
            @Defaulted boolean excludeTmpdirEnvVar,
            @Defaulted boolean excludeSlashTmp)
            implements SandboxPolicy {}
}
