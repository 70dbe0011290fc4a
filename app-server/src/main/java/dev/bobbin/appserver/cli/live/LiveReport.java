package dev.bobbin.appserver.cli.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.cli.home.Plain;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells of the servers that run on a home, to a person or to a script. */
public final class LiveReport {
    private static final int MIB = 1 << 20;
    private static final int WIDTH = 100;
    private static final String UNKNOWN = "?";

    private LiveReport() {}

    /**
     * Looks, and prints what is seen.
     *
     * @return whether all of them are well
     * @throws IOException if the home cannot be read
     */
    public static boolean print(Path home, boolean asJson, Instant now, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        var servers = LiveServers.on(home);
        if (asJson) {
            out.println(json(home, servers, now));
        } else if (servers.isEmpty()) {
            err.println("No server runs on " + Plain.line(home.toString()) + ".");
        } else {
            servers.forEach(server -> tell(server, now, out));
        }
        out.flush();
        return servers.stream().allMatch(server -> server.problems().isEmpty());
    }

    private static void tell(LiveServer server, Instant now, PrintWriter out) {
        var process = server.process();
        var jvm = server.jvm();
        out.println("process " + server.pid() + ", up " + uptime(server, now) + ", started by " + server.parentPid());
        if (jvm != null) {
            out.println("    Bobbin " + or(jvm.version()) + " on JDK " + or(jvm.runtime()) + ": "
                    + Plain.line(or(jvm.command()), WIDTH));
            out.println("    heap " + mib(jvm.heapUsedBytes()) + " used of " + mib(jvm.heapCommittedBytes())
                    + ", at most " + mib(jvm.heapMaxBytes()));
        }
        out.println("    memory " + mib(process.residentBytes()) + ", " + or(process.threads()) + " system threads, "
                + or(process.descriptors()) + " descriptors of " + or(process.descriptorLimit()) + ", "
                + server.children() + " children");
        out.println("    holds " + server.threadsHeld().size() + " threads");
        server.threadsHeld().forEach(id -> out.println("        " + Plain.line(id)));
        server.problems().forEach(problem -> out.println("    problem: " + problem));
    }

    private static String uptime(LiveServer server, Instant now) {
        var started = server.startedAt();
        if (started == null) {
            return UNKNOWN;
        }
        var up = Duration.between(started, now);
        return "%d:%02d:%02d".formatted(up.toHours(), up.toMinutesPart(), up.toSecondsPart());
    }

    private static String mib(@Nullable Long bytes) {
        return bytes == null ? UNKNOWN : Math.round((double) bytes / MIB) + " MiB";
    }

    private static String or(@Nullable Object value) {
        return value == null ? UNKNOWN : value.toString();
    }

    private static ObjectNode json(Path home, List<LiveServer> servers, Instant now) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("home", home.toString());
        var list = json.putArray("servers");
        for (var server : servers) {
            list.add(json(server, now));
        }
        return json;
    }

    private static ObjectNode json(LiveServer server, Instant now) {
        var json = JsonNodeFactory.instance.objectNode();
        var started = server.startedAt();
        var process = server.process();
        var jvm = server.jvm();
        json.put("pid", server.pid());
        json.put("parentPid", server.parentPid());
        json.put("version", jvm == null ? null : jvm.version());
        json.put("jdk", jvm == null ? null : jvm.runtime());
        json.put("command", jvm == null ? null : jvm.command());
        json.put("startedAt", started == null ? null : started.toString());
        json.put(
                "uptimeSeconds",
                started == null ? null : Duration.between(started, now).toSeconds());
        json.put("residentBytes", process.residentBytes());
        json.put("systemThreads", process.threads());
        json.put("descriptors", process.descriptors());
        json.put("descriptorLimit", process.descriptorLimit());
        json.put("heapUsedBytes", jvm == null ? null : jvm.heapUsedBytes());
        json.put("heapCommittedBytes", jvm == null ? null : jvm.heapCommittedBytes());
        json.put("heapMaxBytes", jvm == null ? null : jvm.heapMaxBytes());
        json.put("children", server.children());
        var threads = json.putArray("threadsHeld");
        server.threadsHeld().forEach(threads::add);
        var problems = json.putArray("problems");
        server.problems().forEach(problems::add);
        return json;
    }
}
