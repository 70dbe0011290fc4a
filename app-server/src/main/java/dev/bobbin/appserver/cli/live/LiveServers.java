package dev.bobbin.appserver.cli.live;

import dev.bobbin.appserver.cli.home.WriterNote;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the servers that run on a home: this user's, and whoever holds one of its threads. */
public final class LiveServers {
    /** The property in which a server's JVM names the home that it serves. */
    public static final String HOME_PROPERTY = "bobbin.codex.home";

    private static final String MAIN = "dev.bobbin.appserver.Main";

    private LiveServers() {}

    /** In the order of their process ids. */
    static List<LiveServer> on(Path home) throws IOException, InterruptedException {
        var held = threadsHeld(home);
        var pids = new TreeSet<>(held.keySet());
        ProcessHandle.allProcesses().filter(LiveServers::isServer).forEach(process -> pids.add(process.pid()));
        pids.remove(ProcessHandle.current().pid());
        var servers = new ArrayList<LiveServer>();
        for (var pid : pids) {
            var process = ProcessHandle.of(pid);
            var threads = held.getOrDefault(pid, List.of());
            var named = home(pid);
            if (process.isPresent() && (!threads.isEmpty() || named == null || isSame(home, named))) {
                var jvm = JvmFacts.of(pid, HOME_PROPERTY);
                // Commands for people run on a home too, but do not serve it.
                if (!threads.isEmpty() || isSame(home, jvm == null ? named : jvm.codexHome())) {
                    servers.add(server(process.get(), jvm, threads));
                }
            }
        }
        return servers;
    }

    private static LiveServer server(ProcessHandle process, @Nullable JvmFacts jvm, List<String> threads) {
        return new LiveServer(
                process.pid(),
                process.parent().map(ProcessHandle::pid).orElse(0L),
                process.info().startInstant().orElse(null),
                process.descendants().count(),
                ProcessFacts.of(process.pid()),
                jvm,
                threads);
    }

    private static boolean isServer(ProcessHandle process) {
        // Where it can be read as a whole: the JDK cuts long command lines.
        try {
            var line = Files.readAllBytes(Path.of("/proc", String.valueOf(process.pid()), "cmdline"));
            return new String(line, StandardCharsets.ISO_8859_1).contains(MAIN);
        } catch (IOException e) {
            return process.info().commandLine().orElse("").contains(MAIN);
        }
    }

    /** The home that a process serves if it is a server, by its variables; null if they are not known. */
    private static @Nullable String home(long pid) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", String.valueOf(pid), "environ"));
            var variables = new HashMap<String, String>();
            for (var variable : new String(bytes, StandardCharsets.UTF_8).split("\0")) {
                var equals = variable.indexOf('=');
                if (equals > 0) {
                    variables.put(variable.substring(0, equals), variable.substring(equals + 1));
                }
            }
            var named = variables.get("CODEX_HOME");
            var isRelative = named != null && !Path.of(named).isAbsolute();
            return isRelative ? null : ConfigLoader.codexHome(variables).toString();
        } catch (IOException | ConfigException e) {
            return null;
        }
    }

    private static boolean isSame(Path home, @Nullable String named) throws IOException {
        return named != null && Files.exists(Path.of(named)) && Files.isSameFile(home, Path.of(named));
    }

    /** Ids of threads by the process that holds them, as its notes say. Notes of the dead mean nothing. */
    private static Map<Long, List<String>> threadsHeld(Path home) throws IOException {
        var held = new TreeMap<Long, List<String>>();
        for (var note : WriterNote.of(home)) {
            held.computeIfAbsent(note.pid(), _ -> new ArrayList<>()).add(note.threadId());
        }
        held.values().forEach(ids -> ids.sort(null));
        return held;
    }
}
