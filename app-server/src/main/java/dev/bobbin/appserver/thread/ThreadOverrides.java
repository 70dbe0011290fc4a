package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.tool.GoalDesk;
import dev.bobbin.protocol.v2.approval.ApprovalsReviewer;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxMode;
import dev.bobbin.protocol.v2.thread.DynamicToolSpec;
import dev.bobbin.protocol.v2.thread.ThreadSetupParams;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.protocol.wire.Patch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for when it starts, resumes or forks a thread, on top of the configuration. Null leaves a setting to
 * the configuration, or to what the thread last used.
 */
record ThreadOverrides(
        @Nullable String model,
        @Nullable String modelProvider,
        Patch<String> serviceTier,
        @Nullable String cwd,
        @Nullable List<String> workspaceRoots,
        @Nullable AskForApproval approvalPolicy,
        @Nullable ApprovalsReviewer approvalsReviewer,
        @Nullable SandboxMode sandbox,
        @Nullable String permissions,
        Map<String, JsonNode> config,
        @Nullable String baseInstructions,
        @Nullable String developerInstructions,
        @Nullable Personality personality,
        List<DynamicToolSpec> dynamicTools) {
    static ThreadOverrides of(ThreadSetupParams p) {
        return new ThreadOverrides(
                p.model(),
                p.modelProvider(),
                p.serviceTier(),
                p.cwd(),
                p.runtimeWorkspaceRoots(),
                p.approvalPolicy(),
                p.approvalsReviewer(),
                p.sandbox(),
                p.permissions(),
                p.config() == null ? Map.of() : p.config(),
                p.baseInstructions(),
                p.developerInstructions(),
                p.personality(),
                p.dynamicTools() == null ? List.of() : p.dynamicTools());
    }

    /** The same for a thread that is not kept, which therefore works towards no goal. */
    ThreadOverrides withoutGoals() {
        var more = new LinkedHashMap<>(config);
        more.put("features." + GoalDesk.FEATURE, BooleanNode.FALSE);
        return new ThreadOverrides(
                model,
                modelProvider,
                serviceTier,
                cwd,
                workspaceRoots,
                approvalPolicy,
                approvalsReviewer,
                sandbox,
                permissions,
                more,
                baseInstructions,
                developerInstructions,
                personality,
                dynamicTools);
    }

    /** Whether the client chose a model in any way, so that the thread's own no longer counts. */
    boolean choosesModel() {
        return model != null
                || modelProvider != null
                || config.containsKey("model")
                || config.containsKey("model_reasoning_effort");
    }

    /** Whether this asks for something else than what the thread runs with. */
    boolean differsFrom(TurnSettings now, WorkingFolders folders) {
        return isOther(model, now.model())
                || isOther(modelProvider, now.modelProviderId())
                || !(serviceTier instanceof Patch.Keep)
                || (cwd != null && !folders.absolute(cwd).equals(now.cwd()))
                || (workspaceRoots != null
                        && !folders.roots(workspaceRoots, now.cwd()).equals(now.workspaceRoots()))
                || isOther(approvalPolicy, now.approvalPolicy())
                || isOther(approvalsReviewer, now.approvalsReviewer())
                || isOther(personality, now.personality())
                || sandbox != null
                || permissions != null
                || !config.isEmpty()
                || baseInstructions != null
                || developerInstructions != null;
    }

    private static boolean isOther(@Nullable Object asked, @Nullable Object now) {
        return asked != null && !asked.equals(now);
    }
}
