package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.thread.DynamicToolSpec;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.thread.ThreadSource;
import dev.bobbin.protocol.v2.thread.ThreadStatus;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.rollout.line.SessionMeta;
import dev.bobbin.threadstore.CreateThread;
import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.SessionSource;
import dev.bobbin.threadstore.ThreadStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings new threads into the world: their id, their first line, the writer of their history. */
final class ThreadBirth {
    private final ThreadServices services;

    ThreadBirth(ThreadServices services) {
        this.services = services;
    }

    /**
     * A new thread whose writer is open and has written nothing yet. Closing it without taking it over leaves nothing behind.
     *
     * @param announced the thread as clients are told of it, without turns
     */
    record NewBorn(LiveThread live, Thread announced) {}

    /**
     * @param forkedFromId the thread that this one is a copy of; null if of none
     * @param multiAgentVersion stored with the thread; null for none
     */
    record Origin(
            @Nullable String forkedFromId,
            @Nullable ThreadSource threadSource,
            boolean ephemeral,
            @Nullable String multiAgentVersion) {}

    NewBorn create(TurnSettings settings, Origin origin, ClientConnection client) {
        var createdAt = services.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var meta = meta(services.ids().uuidV7(), createdAt, settings, origin, client);
        var live = LiveThread.create(
                storeOf(origin.ephemeral()),
                new CreateThread(meta, createdAt, () -> GitFacts.of(settings.cwd())),
                services.clock());
        return new NewBorn(live, announced(live, meta, createdAt, origin));
    }

    ThreadStore storeOf(boolean ephemeral) {
        return ephemeral ? services.ephemeral() : services.store();
    }

    private SessionMeta meta(
            String id, Instant createdAt, TurnSettings settings, Origin origin, ClientConnection client) {
        var instructions = JsonNodeFactory.instance.objectNode().put("text", settings.baseInstructions());
        var source = origin.threadSource();
        return new SessionMeta(
                id,
                origin.forkedFromId(),
                null,
                RolloutTime.format(createdAt),
                settings.cwd().toString(),
                client.client().name(),
                services.cliVersion(),
                SessionSource.VSCODE.json(),
                source == null ? null : source.wireName(),
                null,
                null,
                null,
                settings.modelProviderId(),
                RawJson.of(instructions),
                settings.dynamicTools().isEmpty() ? null : tools(settings.dynamicTools()),
                null,
                origin.multiAgentVersion(),
                null);
    }

    private static Thread announced(LiveThread live, SessionMeta meta, Instant createdAt, Origin origin) {
        var path = live.rolloutPath();
        return new Thread(
                meta.id(),
                meta.id(),
                meta.forkedFromId(),
                null,
                "",
                origin.ephemeral(),
                meta.modelProvider() == null ? "" : meta.modelProvider(),
                createdAt.getEpochSecond(),
                createdAt.getEpochSecond(),
                new ThreadStatus.Idle(),
                origin.ephemeral() || path == null ? null : path.toString(),
                meta.cwd(),
                meta.cliVersion(),
                new dev.bobbin.protocol.v2.thread.SessionSource.Vscode(),
                origin.threadSource(),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static RawJson tools(List<DynamicToolSpec> tools) {
        var array = JsonNodeFactory.instance.arrayNode();
        tools.forEach(tool -> array.add(WireJson.toTree(tool)));
        return RawJson.of(array);
    }
}
