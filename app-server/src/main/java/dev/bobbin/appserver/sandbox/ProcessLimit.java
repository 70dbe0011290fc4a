package dev.bobbin.appserver.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a fenced command from filling the machine with processes. The limit counts processes and their threads.
 *
 * <p>The kernel counts them for each sandbox by itself where the server's user is an ordinary one. For the superuser that
 * limit does not hold, so the commands of all of its sandboxes share a control group, if one can be made.
 */
final class ProcessLimit {
    /** More than builds need, and what a machine bears. */
    static final int MAX = 4096;

    private static final Logger LOG = LoggerFactory.getLogger(ProcessLimit.class);
    private static final Path CONTROL_GROUPS = Path.of("/sys/fs/cgroup");

    private final boolean hasTool;
    private final @Nullable Path group;

    private ProcessLimit(boolean hasTool, @Nullable Path group) {
        this.hasTool = hasTool;
        this.group = group;
    }

    /** Finds out what this machine offers. */
    static ProcessLimit find(String path) {
        var hasTool = Programs.find("prlimit", path) != null && mayHave(MAX);
        var group = isSuperuser() ? makeGroup() : null;
        if (!hasTool && group == null) {
            LOG.warn("nothing here limits how many processes a command starts");
        }
        return new ProcessLimit(hasTool, group);
    }

    /** The command, limited from within the sandbox. */
    List<String> inside(List<String> command) {
        return hasTool ? joined(List.of("prlimit", "--nproc=" + MAX), command) : command;
    }

    /** The command that makes the sandbox, limited from outside. */
    List<String> outside(List<String> command) {
        return group == null
                ? command
                : joined(
                        List.of(
                                "/bin/sh",
                                "-c",
                                "echo $$ > \"$0\" && exec \"$@\"",
                                group.resolve("cgroup.procs").toString()),
                        command);
    }

    private static List<String> joined(List<String> first, List<String> rest) {
        var all = new ArrayList<String>(first.size() + rest.size());
        all.addAll(first);
        all.addAll(rest);
        return all;
    }

    /** Whether the limit is no more than what the server itself may have; otherwise there is a lower one already. */
    private static boolean mayHave(int count) {
        for (var line : lines(Path.of("/proc/self/limits"))) {
            if (line.startsWith("Max processes")) {
                var hard = line.substring(line.indexOf("processes") + 9).strip().split("\\s+")[1];
                return hard.equals("unlimited") || Long.parseLong(hard) >= count;
            }
        }
        return false;
    }

    private static boolean isSuperuser() {
        return lines(Path.of("/proc/self/status")).stream().anyMatch(line -> line.startsWith("Uid:\t0\t"));
    }

    private static @Nullable Path makeGroup() {
        for (var line : lines(Path.of("/proc/self/cgroup"))) {
            var fields = line.split(":", 3);
            var isUnified = fields[1].isEmpty();
            if (isUnified || List.of(fields[1].split(",")).contains("pids")) {
                var parent = CONTROL_GROUPS
                        .resolve(isUnified ? "." : fields[1])
                        .resolve("." + fields[2])
                        .normalize();
                var group = makeGroup(parent, isUnified);
                if (group != null) {
                    return group;
                }
            }
        }
        return null;
    }

    private static @Nullable Path makeGroup(Path parent, boolean isUnified) {
        if (isUnified
                && lines(parent.resolve("cgroup.subtree_control")).stream().noneMatch(line -> line.contains("pids"))) {
            return null;
        }
        var group = parent.resolve("bobbin");
        try {
            Files.createDirectories(group);
            Files.writeString(group.resolve("pids.max"), String.valueOf(MAX));
            return group;
        } catch (IOException e) {
            LOG.debug("no control group can be made in {}", parent, e);
            return null;
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
