package dev.bobbin.appserver.config;

import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A permission profile that is in force.
 *
 * @param active its name, as clients see it
 * @param policy what comes nearest to it among the sandbox policies, for those who know only those
 * @param rules what it really allows; null if the policy says all
 * @param warnings what of the profile does not count, for people
 */
public record PermissionChoice(
        ActivePermissionProfile active,
        SandboxPolicy policy,
        @Nullable FileRules rules,
        List<String> warnings) {
    public PermissionChoice {
        warnings = List.copyOf(warnings);
    }

    /** A profile that a policy says all of. */
    static PermissionChoice builtIn(String name, SandboxPolicy policy) {
        return new PermissionChoice(new ActivePermissionProfile(name, null), policy, null, List.of());
    }
}
