package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.feedback.FeedbackBundle;
import dev.bobbin.appserver.files.SystemErrors;
import dev.bobbin.appserver.id.RandomIds;
import dev.bobbin.appserver.thread.ThreadIdText;
import dev.bobbin.protocol.method.AccountMethods;
import dev.bobbin.protocol.v2.feedback.FeedbackUploadParams;
import dev.bobbin.protocol.v2.feedback.FeedbackUploadResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code feedback/upload}: what a user has to say is kept in a bundle on this machine, for them to send. Nothing leaves it. */
public final class FeedbackHandlers {
    private FeedbackHandlers() {}

    /** Finds the file of a thread; null if it has none. */
    @FunctionalInterface
    public interface Rollouts {
        @Nullable
        Path of(String threadId);
    }

    /** Has {@code feedback/upload} answered. */
    public static void register(RequestRouter router, Path home, Rollouts rollouts) {
        router.on(AccountMethods.FEEDBACK_UPLOAD, (params, _, reply) -> {
            var threadId = params.threadId() == null ? null : canonical(params.threadId());
            var files = new ArrayList<Path>();
            if (params.includeLogs()) {
                var rollout = threadId == null ? null : rollouts.of(threadId);
                if (rollout != null) {
                    files.add(rollout);
                }
                extra(params).forEach(file -> files.add(Path.of(file)));
            }
            try {
                var bundle = FeedbackBundle.write(home, params, threadId, files, Clock.systemUTC());
                reply.ok(new FeedbackUploadResponse(
                        threadId == null ? "no-active-thread-" + RandomIds.uuidV4() : threadId));
                FeedbackBundle.log(bundle);
            } catch (IOException e) {
                throw new RequestException.Internal(
                        "failed to keep feedback: " + SystemErrors.text(e, home), "io_error");
            }
        });
    }

    private static String canonical(String threadId) {
        try {
            return ThreadIdText.canonical(threadId);
        } catch (ThreadIdText.Malformed e) {
            throw new RequestException.InvalidRequest("invalid thread id: " + e.getMessage(), "invalid_thread_id");
        }
    }

    private static List<String> extra(FeedbackUploadParams params) {
        return params.extraLogFiles() == null ? List.of() : params.extraLogFiles();
    }
}
