package dev.bobbin.appserver.tool.permission;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.appserver.tool.AskRefused;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.method.ServerMethods;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.PermissionGrantScope;
import dev.bobbin.protocol.v2.approval.PermissionsRequestApprovalParams;
import dev.bobbin.protocol.v2.approval.RequestPermissionProfile;
import dev.bobbin.rollout.line.RawJson;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code request_permissions}: asks the user for files or the network beyond the sandbox. What is granted holds for later
 * commands and patches, for the turn or for as long as the thread is loaded.
 */
public final class RequestPermissionsTool implements Tool {
    private static final Logger LOG = LoggerFactory.getLogger(RequestPermissionsTool.class);

    /** The only place there is to run commands in, as clients know it. */
    private static final String ENVIRONMENT = "local";

    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"request_permissions","strict":false,\
            "description":"Ask the user to let later commands of this turn reach more files or the network. The answer says \
            what was granted, which may be less.",\
            "parameters":{"type":"object","properties":{\
            "reason":{"type":"string","description":"What for, as one sentence to the user."},\
            "permissions":{"type":"object","properties":{\
            "network":{"type":"object","properties":{"enabled":{"type":"boolean"}},"additionalProperties":false},\
            "file_system":{"type":"object","properties":{\
            "read":{"type":"array","items":{"type":"string"},"description":"Paths to read."},\
            "write":{"type":"array","items":{"type":"string"},"description":"Paths to write to."}},\
            "additionalProperties":false}},"additionalProperties":false}},\
            "required":["permissions"],"additionalProperties":false}}""");

    private final Function<String, ThreadGrants> grants;

    /** @param grants those of a thread, by its id */
    public RequestPermissionsTool(Function<String, ThreadGrants> grants) {
        this.grants = grants;
    }

    /** What the model says. */
    public record Arguments(
            @Nullable String reason,
            AskedPermissions permissions,
            @JsonProperty("environment_id") @Nullable String environmentId) {}

    private record Granted(Permissions permissions, PermissionGrantScope scope) {
        static final Granted NOTHING = new Granted(Permissions.NONE, PermissionGrantScope.TURN);
    }

    @Override
    public String name() {
        return "request_permissions";
    }

    @Override
    public RawJson spec() {
        return SPEC;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure, InterruptedException {
        var arguments = ToolArguments.read(call, Arguments.class);
        var asked = arguments.permissions().in(context.settings().cwd());
        if (asked.isEmpty()) {
            throw new ToolFailure("request_permissions requires at least one permission");
        }
        var granted = mayAsk(context.settings().approvalPolicy())
                ? ask(call, context, arguments.reason(), asked)
                : Granted.NOTHING;
        if (!granted.permissions().isEmpty()) {
            grants.apply(context.threadId()).add(context.turnId(), granted.permissions(), granted.scope());
        }
        var told = JsonNodeFactory.instance.objectNode();
        told.set("permissions", granted.permissions().told());
        told.put("scope", granted.scope().wireName());
        return ToolOutput.text(call, told.toString(), true);
    }

    private static boolean mayAsk(AskForApproval policy) {
        return switch (policy) {
            case AskForApproval.Never _ -> false;
            case AskForApproval.Granular granular -> granular.requestPermissions();
            case AskForApproval.Untrusted _, AskForApproval.OnFailure _, AskForApproval.OnRequest _ -> true;
        };
    }

    private static Granted ask(ToolCall call, ToolContext context, @Nullable String reason, Permissions asked)
            throws InterruptedException {
        try {
            var answer = context.ask(
                    ServerMethods.ITEM_PERMISSIONS_REQUEST_APPROVAL,
                    new PermissionsRequestApprovalParams(
                            context.threadId(),
                            context.turnId(),
                            call.callId(),
                            ENVIRONMENT,
                            context.clock().millis(),
                            context.settings().cwd().toString(),
                            reason,
                            new RequestPermissionProfile(asked.wireNetwork(), asked.wireFiles())),
                    AskKind.APPROVAL);
            var granted = Permissions.of(
                    answer.permissions().network(), answer.permissions().fileSystem());
            return new Granted(granted.within(asked), answer.scope());
        } catch (AskRefused e) {
            LOG.warn("no usable answer to the permissions of {}: {}", call.callId(), e.getMessage());
            return Granted.NOTHING;
        }
    }
}
