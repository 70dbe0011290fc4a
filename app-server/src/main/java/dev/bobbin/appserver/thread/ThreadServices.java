package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.id.IdSource;
import dev.bobbin.appserver.telemetry.Observer;
import dev.bobbin.appserver.turn.TurnEngine;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.threadstore.ThreadStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What live threads need of the rest of the server.
 *
 * @param codexHome absolute; relative rollout paths start here
 * @param store where threads are kept
 * @param ephemeral where threads that are not kept live meanwhile
 * @param cliVersion the version that new threads say they were made by
 * @param residents what runs for a thread while it is loaded
 * @param idleUnload how long a thread stays loaded that nobody listens to and in which nothing happens
 * @param observer told of turns
 */
public record ThreadServices(
        Path codexHome,
        ThreadStore store,
        ThreadStore ephemeral,
        ThreadConfigs configs,
        TurnEngine engine,
        Everyone everyone,
        Clock clock,
        IdSource ids,
        WorkingFolders folders,
        String cliVersion,
        Duration idleUnload,
        Residents residents,
        Observer observer) {
    /** As the peer. */
    public static final Duration DEFAULT_IDLE_UNLOAD = Duration.ofMinutes(30);

    /** What runs for threads while they are loaded. */
    public interface Residents {
        /**
         * A thread is about to be loaded.
         *
         * @throws dev.bobbin.appserver.dispatch.RequestException if it cannot be, for want of something that it needs
         */
        default void loading(String threadId, TurnSettings settings) {}

        /** A thread is loaded, and the client knows; must not block. */
        default void loaded(String threadId, TurnSettings settings) {}

        /** A thread is about to be unloaded: ends what runs for it; gives the lines that are still to be stored. */
        List<RolloutItem> unload(String threadId);
    }
}
