package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.connection.ClientConnection;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.exec.CapturedCommand;
import dev.bobbin.appserver.exec.Launch;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The commands that clients run by names of their own. They end with the client's connection. Safe for use from many
 * threads.
 */
final class ClientCommands {
    private final Words words;
    private final Map<Key, CapturedCommand> running = new ConcurrentHashMap<>();

    // Guarded by this.
    private final Set<Long> watched = new HashSet<>();

    /**
     * What clients are told.
     *
     * @param method the beginning of the methods' names
     * @param write the method that writes
     * @param name what the client's names are called
     * @param kind what the running things are called
     */
    record Words(String method, String write, String name, String kind) {}

    private record Key(long connection, String name) {}

    /** Starts a command. */
    interface Starter {
        CapturedCommand start(Runnable onEnd) throws IOException;
    }

    ClientCommands(Words words) {
        this.words = words;
    }

    /** Starts a command under a name. */
    void start(ClientConnection client, String name, Starter starter) throws IOException {
        var key = new Key(client.id(), name);
        synchronized (this) {
            if (running.containsKey(key)) {
                throw invalid("duplicate active " + words.kind() + ": \"" + name + "\"", "duplicate_process");
            }
            // The end may come before the start is noted, so it waits for this block.
            var command = starter.start(() -> {
                synchronized (this) {
                    running.remove(key);
                }
            });
            running.put(key, command);
            if (watched.add(client.id())) {
                client.onClose(() -> killAll(client.id()));
            }
        }
    }

    private synchronized void killAll(long connection) {
        watched.remove(connection);
        running.forEach((key, command) -> {
            if (key.connection() == connection) {
                command.kill();
            }
        });
    }

    private CapturedCommand require(ClientConnection client, String name) {
        var command = running.get(new Key(client.id(), name));
        if (command == null) {
            throw invalid("no active " + words.name() + " \"" + name + "\"", "process_not_found");
        }
        return command;
    }

    /** Writes to a command's input, and closes it where asked. */
    void write(ClientConnection client, String name, @Nullable String base64, boolean close) {
        if (base64 == null && !close) {
            throw conflict(words.write() + " requires deltaBase64 or closeStdin");
        }
        var bytes = base64 == null ? new byte[0] : decoded(base64);
        var command = require(client, name);
        if (!command.takesInput()) {
            throw invalid("stdin streaming is not enabled for this " + words.method(), "stdin_not_enabled");
        }
        try {
            if (bytes.length > 0) {
                command.write(bytes);
            }
        } catch (IOException e) {
            throw invalid("stdin is already closed", "stdin_closed");
        }
        if (close) {
            command.closeInput();
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw conflict("invalid deltaBase64: " + e.getMessage());
        }
    }

    void resize(ClientConnection client, String name, int rows, int columns) {
        var size = size(rows, columns);
        var command = require(client, name);
        if (!command.hasTerminal()) {
            throw invalid("failed to resize PTY: process is not attached to a PTY", "no_terminal");
        }
        command.resize(size);
    }

    void kill(ClientConnection client, String name) {
        require(client, name).kill();
    }

    /** A terminal's size. */
    Launch.TerminalSize size(int rows, int columns) {
        if (rows == 0 || columns == 0) {
            throw conflict(words.method() + " size rows and cols must be greater than 0");
        }
        return new Launch.TerminalSize(rows, columns);
    }

    /** The server's variables with the client's changes; null removes one. */
    static Map<String, String> environment(
            Map<String, String> base, @Nullable Map<String, @Nullable String> changes, boolean inTerminal) {
        var variables = new HashMap<>(base);
        if (inTerminal) {
            variables.put("TERM", "xterm");
        }
        if (changes != null) {
            for (var change : changes.entrySet()) {
                if (change.getValue() == null) {
                    variables.remove(change.getKey());
                } else {
                    variables.put(change.getKey(), Objects.requireNonNull(change.getValue()));
                }
            }
        }
        return variables;
    }

    static RequestException invalid(String message, String reason) {
        return new RequestException.InvalidRequest(message, reason);
    }

    static RequestException conflict(String message) {
        return new RequestException.InvalidParams(message, "conflicting_parameters");
    }
}
