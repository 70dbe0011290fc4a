package dev.bobbin.appserver.cli.home;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around itself.
 *
 * @param person can be asked
 * @param errIsTerminal whether somebody may be looking at stderr, so that progress is worth showing
 * @param zone in which times are shown and files named
 */
public record Surroundings(Map<String, String> environment, Person person, boolean errIsTerminal, ZoneId zone) {
    /** Somebody who can be asked something, perhaps. */
    @FunctionalInterface
    public interface Person {
        /** What the person answers in one line; null if nobody is there. */
        @Nullable
        String ask(String question);
    }

    /** Those of this process. */
    public static Surroundings ofProcess() {
        return new Surroundings(System.getenv(), Surroundings::askAtConsole, isTerminal(2), ZoneId.systemDefault());
    }

    private static @Nullable String askAtConsole(String question) {
        var console = console();
        return console == null ? null : console.readLine("%s", question);
    }

    /** The terminal behind stdin and stdout. Versions of Java differ in what they return where there is none. */
    @SuppressWarnings("SystemConsoleNull")
    private static @Nullable Console console() {
        var console = System.console();
        return console == null || !console.isTerminal() ? null : console;
    }

    /** Java tells of stdin and stdout only, Linux of every descriptor. */
    private static boolean isTerminal(int descriptor) {
        var link = Path.of("/proc/self/fd/" + descriptor);
        if (!Files.exists(link)) {
            return console() != null;
        }
        try {
            var target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
