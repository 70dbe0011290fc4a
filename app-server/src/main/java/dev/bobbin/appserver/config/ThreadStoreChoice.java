package dev.bobbin.appserver.config;

import java.util.Map;

/**
 * Where threads are kept: {@code experimental_thread_store}.
 *
 * @param type {@link #LOCAL}, {@link #IN_MEMORY}, or the name by which a {@code ThreadStoreProvider} on the class path goes
 * @param settings the texts, numbers and truth values that the table holds beside the type, as texts
 */
public record ThreadStoreChoice(String type, Map<String, String> settings) {
    public static final String LOCAL = "local";
    public static final String IN_MEMORY = "in_memory";
}
