package dev.bobbin.appserver.cli.threads;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a thread, by what people call it, in the order to show it. */
final class Facts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    private Facts() {}

    static Map<String, String> of(Document document) {
        var thread = document.thread();
        var facts = new Facts();
        facts.add("Thread", thread.threadId());
        facts.add("Name", thread.name());
        facts.add("Beginning", thread.preview());
        facts.add("Folder", thread.cwd());
        var git = thread.gitInfo();
        facts.add("Branch", git == null ? null : git.branch());
        facts.add("Commit", git == null ? null : git.commitHash());
        facts.add("Model", thread.model());
        facts.add("Provider", thread.modelProvider());
        facts.add("Created", Table.time(thread.createdAt(), document.zone()));
        facts.add("Updated", Table.time(thread.updatedAt(), document.zone()));
        if (thread.archivedAt() != null) {
            facts.add("Archived", Table.time(thread.archivedAt(), document.zone()));
        }
        facts.add("Source", thread.source().stored());
        facts.add("Fork of", thread.forkedFromId());
        facts.add("Parent", thread.parentThreadId());
        facts.add("Tokens", thread.tokensUsed() == 0 ? null : Long.toString(thread.tokensUsed()));
        facts.add(
                "File",
                thread.rolloutPath() == null ? null : thread.rolloutPath().toString());
        return facts.facts;
    }

    private void add(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.put(name, value);
        }
    }
}
