package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.connection.Answer;
import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.connection.PendingRequest;
import dev.bobbin.appserver.tool.AskKind;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.Method;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.approval.ServerRequestResolvedNotification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the running turn has asked and nobody has answered yet. A client that joins is asked too, under the same id; the
 * first answer counts. When nobody listens, the question waits for somebody who does.
 *
 * <p>Used by the thread's owner only.
 */
final class OpenQuestions {
    private final LoadedThread thread;
    private final Set<Question<?, ?>> open = new LinkedHashSet<>();

    OpenQuestions(LoadedThread thread) {
        this.thread = thread;
    }

    /** One question, and the turn's thread that waits for its answer. */
    static final class Question<P, R> {
        private final Method<P, R> method;
        private final P params;
        private final AskKind kind;
        private final ThreadActor actor;
        private final Ticket<Answer<R>> ticket = new Ticket<>();
        private @Nullable PendingRequest request;

        Question(Method<P, R> method, P params, AskKind kind, ThreadActor actor) {
            this.method = method;
            this.params = params;
            this.kind = kind;
            this.actor = actor;
        }

        Ticket<Answer<R>> ticket() {
            return ticket;
        }
    }

    /** Asks every subscriber. */
    <P, R> void ask(Question<P, R> question) {
        open.add(question);
        thread.announce(
                switch (question.kind) {
                    case APPROVAL -> thread.statusTracker().approvalAsked();
                    case USER_INPUT -> thread.statusTracker().questionAsked();
                    case CLIENT_TOOL -> Optional.empty();
                });
        for (var subscriber : thread.subscriptions().all()) {
            put(question, subscriber);
        }
    }

    /** Puts everything that is open to a client that has just joined. */
    void repeatTo(ClientConnection joined) {
        for (var question : open) {
            put(question, joined);
        }
    }

    private <P, R> void put(Question<P, R> question, ClientConnection client) {
        var request = question.request;
        if (request == null) {
            question.request = client.ask(
                    question.method,
                    question.params,
                    answer -> question.actor.tellSoon(_ -> answered(question, answer)));
        } else {
            request.resendTo(client);
        }
    }

    private <P, R> void answered(Question<P, R> question, Answer<R> answer) {
        if (answer instanceof Answer.Gone && open.contains(question)) {
            askAnew(question);
            return;
        }
        if (open.remove(question)) {
            close(question);
            question.ticket.complete(answer);
        }
    }

    private void close(Question<?, ?> question) {
        resolved(question);
        thread.announce(
                switch (question.kind) {
                    case APPROVAL -> thread.statusTracker().approvalAnswered();
                    case USER_INPUT -> thread.statusTracker().questionAnswered();
                    case CLIENT_TOOL -> Optional.empty();
                });
    }

    /** Takes a question back that nobody has answered in time, and says so. Whether it was still open. */
    boolean expire(Question<?, ?> question, Duration limit) {
        if (!open.remove(question)) {
            return false;
        }
        var request = question.request;
        if (request != null) {
            request.cancel();
        }
        close(question);
        var text = "An approval that nobody answered within " + limit.toSeconds() + " seconds counts as declined.";
        thread.warn(text);
        return true;
    }

    /** Everybody who was asked has left. Somebody may have come meanwhile, or will come. */
    private void askAnew(Question<?, ?> question) {
        question.request = null;
        for (var subscriber : thread.subscriptions().all()) {
            put(question, subscriber);
        }
    }

    /** The turn is over: nobody needs these answers any more. Clients are told to take the questions away. */
    void withdraw() {
        for (var question : new ArrayList<>(open)) {
            open.remove(question);
            var request = question.request;
            if (request != null) {
                request.cancel();
                resolved(question);
            }
        }
    }

    private void resolved(Question<?, ?> question) {
        var request = question.request;
        if (request != null && question.kind != AskKind.CLIENT_TOOL) {
            thread.subscriptions()
                    .tell(
                            ThreadNotifications.SERVER_REQUEST_RESOLVED,
                            new ServerRequestResolvedNotification(thread.id(), RequestId.of(request.id())));
        }
    }
}
