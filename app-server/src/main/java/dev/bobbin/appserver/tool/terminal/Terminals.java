package dev.bobbin.appserver.tool.terminal;

import dev.bobbin.appserver.exec.Launch;
import dev.bobbin.appserver.tool.permission.Permissions;
import dev.bobbin.appserver.tool.policy.CommandRequest;
import dev.bobbin.protocol.v2.item.CommandExecutionSource;
import dev.bobbin.rollout.line.RolloutItem;
import dev.bobbin.rollout.replay.BobbinRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The running commands of one thread, and what its user has approved for the session. Safe for use from many threads. */
public final class Terminals {
    /** Commands that may go on at once; the oldest makes way for a new one. */
    private static final int MAX = 64;

    // Guarded by this.
    private final Map<Integer, Terminal> running = new LinkedHashMap<>();

    // Guarded by this.
    private final Set<Approved> approved = new HashSet<>();

    // Guarded by this.
    private boolean isClosed;

    /** A command as it was approved: the same words elsewhere, or outside of the sandbox, are another. */
    record Approved(
            List<String> line,
            Path cwd,
            CommandRequest.Reach reach,
            @Nullable Permissions extra) {}

    /**
     * Starts a command.
     *
     * @param onEnd runs once when it has ended; not if it is not started
     * @throws IOException if it cannot be started, or the thread is closed
     */
    Terminal start(CommandItem item, Launch launch, CommandExecutionSource source, Runnable onEnd) throws IOException {
        synchronized (this) {
            if (isClosed) {
                throw new IOException("the thread is closed");
            }
        }
        var id = newId();
        var terminal = Terminal.start(id, item, launch, source, () -> {
            remove(id);
            onEnd.run();
        });
        Terminal oldest;
        synchronized (this) {
            if (isClosed) {
                terminal.kill();
            }
            if (!terminal.hasEnded()) {
                running.put(id, terminal);
            }
            oldest = running.size() > MAX ? running.values().iterator().next() : null;
        }
        if (oldest != null) {
            oldest.kill();
        }
        return terminal;
    }

    private synchronized int newId() {
        var id = ThreadLocalRandom.current().nextInt(1_000, 100_000);
        while (running.containsKey(id)) {
            id = ThreadLocalRandom.current().nextInt(1_000, 100_000);
        }
        return id;
    }

    private synchronized void remove(int id) {
        running.remove(id);
    }

    synchronized @Nullable Terminal find(int id) {
        return running.get(id);
    }

    private synchronized List<Terminal> all() {
        return List.copyOf(running.values());
    }

    /** Ends every command that goes on without anyone waiting for it. */
    public void clean() {
        all().forEach(Terminal::kill);
    }

    /**
     * Ends everything, for good.
     *
     * @return what is to be stored of the commands that ran
     */
    public List<RolloutItem> close() {
        synchronized (this) {
            isClosed = true;
        }
        var lines = new ArrayList<RolloutItem>();
        for (var terminal : all()) {
            if (!terminal.hasEnded()) {
                terminal.kill();
                lines.add(BobbinRecords.item(terminal.item().context().turnId(), terminal.lastItem()));
            }
        }
        return lines;
    }

    synchronized void approve(Approved command) {
        approved.add(command);
    }

    synchronized boolean isApproved(Approved command) {
        return approved.contains(command);
    }
}
