package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.turn.ReviewOpening;
import dev.bobbin.appserver.turn.TurnInput;
import dev.bobbin.protocol.method.ThreadNotifications;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.review.ReviewDelivery;
import dev.bobbin.protocol.v2.review.ReviewStartParams;
import dev.bobbin.protocol.v2.review.ReviewStartResponse;
import dev.bobbin.protocol.v2.review.ReviewTarget;
import dev.bobbin.protocol.v2.thread.ThreadForkParams;
import dev.bobbin.protocol.v2.thread.ThreadStartedNotification;
import dev.bobbin.protocol.v2.turn.TurnItemsView;
import dev.bobbin.protocol.wire.Patch;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStoreException;
import java.util.List;

/** Starts reviews of code: in the thread itself, or in a copy of it. */
public final class ThreadReviews {
    private final ThreadServices services;
    private final TurnCommands commands;
    private final ThreadForking forking;
    private final ThreadManager threads;

    ThreadReviews(ThreadServices services, TurnCommands commands, ThreadForking forking, ThreadManager threads) {
        this.services = services;
        this.commands = commands;
        this.forking = forking;
        this.threads = threads;
    }

    /** {@code review/start} */
    public void start(ReviewStartParams params, RequestContext client, Reply<ReviewStartResponse> reply) {
        var actor = threads.require(params.threadId());
        refuseEmpty(params.target());
        if (params.delivery() != ReviewDelivery.DETACHED) {
            actor.request(reply, (thread, answer) -> begin(actor, thread, params.target(), answer));
            return;
        }
        var copy = forking.copy(source(actor), actor.isEphemeral(), copyOf(actor), client);
        copy.actor().request(reply, (thread, answer) -> {
            thread.join(client.connection());
            thread.subscriptions()
                    .tellEveryone(ThreadNotifications.THREAD_STARTED, new ThreadStartedNotification(copy.announced()));
            begin(copy.actor(), thread, params.target(), answer);
        });
    }

    private void begin(ThreadActor actor, LoadedThread thread, ReviewTarget target, Reply<ReviewStartResponse> reply) {
        if (thread.turn() != null) {
            throw ThreadErrors.invalid("cannot start a review while a turn is in progress", "turn_in_progress");
        }
        commands.begin(actor, thread, new TurnInput.Review(target), turn -> {
            var message = new ThreadItem.UserMessage(
                    turn.id(), null, List.of(new UserInput.Text(ReviewOpening.hint(target), List.of())));
            var shown = TurnViews.withItems(TurnViews.promised(turn.id()), List.of(message), TurnItemsView.NOT_LOADED);
            reply.ok(new ReviewStartResponse(shown, thread.id()));
        });
    }

    private StoredThread source(ThreadActor actor) {
        try {
            var store = actor.isEphemeral() ? services.ephemeral() : services.store();
            return store.readThread(new ReadThread(actor.threadId(), false));
        } catch (ThreadStoreException e) {
            throw ThreadErrors.whileReading(e, actor.threadId());
        }
    }

    private static ThreadForkParams copyOf(ThreadActor actor) {
        return new ThreadForkParams(
                actor.threadId(),
                null,
                null,
                null,
                Patch.keep(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                actor.isEphemeral(),
                null,
                true);
    }

    private static void refuseEmpty(ReviewTarget target) {
        switch (target) {
            case ReviewTarget.UncommittedChanges _ -> {}
            case ReviewTarget.BaseBranch base -> refuseBlank(base.branch(), "branch");
            case ReviewTarget.Commit commit -> refuseBlank(commit.sha(), "sha");
            case ReviewTarget.Custom custom -> refuseBlank(custom.instructions(), "instructions");
        }
    }

    private static void refuseBlank(String text, String what) {
        if (text.isBlank()) {
            throw ThreadErrors.invalid(what + " must not be empty", "invalid_request");
        }
    }
}
