package dev.bobbin.appserver.thread;

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
 * @param unloading ends what still runs for a thread that is about to be unloaded
 * @param idleUnload how long a thread stays loaded that nobody listens to and in which nothing happens
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
        Unloading unloading) {
    /** As the peer. */
    public static final Duration DEFAULT_IDLE_UNLOAD = Duration.ofMinutes(30);

    /** Told of a thread that is about to be unloaded. */
    public interface Unloading {
        /** Ends what runs for it; gives the lines that are still to be stored. */
        List<RolloutItem> unload(String threadId);
    }
}
