package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.ProjectDocs;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadForkResponse;
import dev.bobbin.protocol.v2.thread.ThreadResumeResponse;
import dev.bobbin.protocol.v2.thread.ThreadStartResponse;
import dev.bobbin.protocol.v2.turn.TurnsPage;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answers to starting, resuming and forking: the thread, and what it runs with. */
final class ThreadResponses {
    private ThreadResponses() {}

    static ThreadStartResponse started(Thread thread, TurnSettings settings) {
        return new ThreadStartResponse(
                thread,
                settings.model(),
                settings.modelProviderId(),
                settings.serviceTier(),
                settings.cwd().toString(),
                texts(settings.workspaceRoots()),
                instructionSources(settings),
                settings.approvalPolicy(),
                settings.approvalsReviewer(),
                settings.sandboxPolicy(),
                activeProfile(settings),
                settings.effort());
    }

    static ThreadResumeResponse resumed(Thread thread, TurnSettings settings, @Nullable TurnsPage page) {
        return new ThreadResumeResponse(
                thread,
                settings.model(),
                settings.modelProviderId(),
                settings.serviceTier(),
                settings.cwd().toString(),
                texts(settings.workspaceRoots()),
                instructionSources(settings),
                settings.approvalPolicy(),
                settings.approvalsReviewer(),
                settings.sandboxPolicy(),
                activeProfile(settings),
                settings.effort(),
                page);
    }

    static ThreadForkResponse forked(Thread thread, TurnSettings settings) {
        return new ThreadForkResponse(
                thread,
                settings.model(),
                settings.modelProviderId(),
                settings.serviceTier(),
                settings.cwd().toString(),
                texts(settings.workspaceRoots()),
                instructionSources(settings),
                settings.approvalPolicy(),
                settings.approvalsReviewer(),
                settings.sandboxPolicy(),
                activeProfile(settings),
                settings.effort());
    }

    /** The built-in profile that is in force because it was chosen or nothing else was; null once something else is. */
    private static @Nullable ActivePermissionProfile activeProfile(TurnSettings settings) {
        var config = settings.config();
        var chosen = config.raw().path("default_permissions").asText();
        if (chosen.startsWith(":") && settings.sandboxPolicy().equals(config.sandboxPolicy())) {
            return new ActivePermissionProfile(chosen, null);
        }
        if (config.raw().has("sandbox_mode") || !settings.sandboxPolicy().equals(config.sandboxPolicy())) {
            return null;
        }
        if (settings.sandboxPolicy().equals(new SandboxPolicy.ReadOnly(false))) {
            return new ActivePermissionProfile(":read-only", null);
        }
        return settings.sandboxPolicy().equals(new SandboxPolicy.WorkspaceWrite(List.of(), false, false, false))
                ? new ActivePermissionProfile(":workspace", null)
                : null;
    }

    private static List<String> instructionSources(TurnSettings settings) {
        var docs = settings.config().projectDocs();
        return texts(ProjectDocs.find(
                        settings.config().codexHome(), settings.cwd(), docs.maxBytes(), docs.fallbackFilenames())
                .sources());
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
