package dev.bobbin.appserver.sandbox;

import java.util.List;

/**
 * A command behind its fence, ready to be started.
 *
 * @param line the program and its arguments
 * @param onEnd to be run once when the command and all it started have ended, or when it could not be started
 */
public record Fenced(List<String> line, Runnable onEnd) {
    static Fenced open(List<String> line) {
        return new Fenced(line, () -> {});
    }
}
