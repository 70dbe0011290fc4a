package dev.bobbin.tests.mcp;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The little server as a program: {@code LittleServer LOG [garbage]}. It writes its process id and every line it reads into
 * the log.
 */
public final class LittleServer {
    private LittleServer() {}

    public static void main(String[] arguments) throws IOException {
        var log = Path.of(arguments[0]);
        note(log, "pid " + ProcessHandle.current().pid());
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        if (arguments.length > 1) {
            out.print("this is no message\n{]\n\n[1]\n");
        }
        var tools = new LittleTools();
        try (var in = new BufferedReader(
                new InputStreamReader(new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                note(log, line);
                tools.answer(line, answer -> out.print(answer + "\n"));
                out.flush();
            }
        }
    }

    private static void note(Path log, String line) throws IOException {
        Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The section of {@code config.toml} that has it started. */
    public static String section(String name, Path log, String more) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var classes = Path.of(LittleServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        return """
                [mcp_servers.%s]
                command = "%s"
                args = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", "%s", "%s", "%s"%s]
                %s
                """.formatted(
                        name,
                        java,
                        classes,
                        LittleServer.class.getName(),
                        log,
                        more.contains("garbage") ? ", \"garbage\"" : "",
                        more.replace("garbage", ""));
    }
}
