package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.ProjectDocs;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.v2.approval.ActivePermissionProfile;
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

    private static @Nullable ActivePermissionProfile activeProfile(TurnSettings settings) {
        var chosen = settings.permissions();
        return chosen == null ? null : chosen.active();
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
