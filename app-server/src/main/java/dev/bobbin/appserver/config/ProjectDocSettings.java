package dev.bobbin.appserver.config;

import java.util.List;

/**
 * How project instructions ({@code AGENTS.md}) are read.
 *
 * @param maxBytes most bytes taken from all of them together; 0 turns them off
 * @param fallbackFilenames names tried in a folder without {@code AGENTS.md}
 */
public record ProjectDocSettings(int maxBytes, List<String> fallbackFilenames) {
    static final int DEFAULT_MAX_BYTES = 32 * 1024;
}
