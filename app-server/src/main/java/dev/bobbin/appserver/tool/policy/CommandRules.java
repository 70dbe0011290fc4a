package dev.bobbin.appserver.tool.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules for commands in {@code $CODEX_HOME/rules/*.rules}. Files are read again when they have changed. Safe for use
 * from many threads.
 */
public final class CommandRules {
    private static final Logger LOG = LoggerFactory.getLogger(CommandRules.class);

    private final Path folder;

    // Guarded by this.
    private List<Stamp> read = List.of();

    // Guarded by this.
    private Snapshot rules = new Snapshot(List.of(), null);

    /**
     * The rules as they were at one moment.
     *
     * @param broken the file that could not be read, if there was one: nobody knows then what it forbids
     */
    record Snapshot(List<CommandRule> rules, @Nullable Path broken) {
        /** The strictest rule for a command; null if there is none. */
        @Nullable
        CommandRule strictest(List<String> words) {
            CommandRule strictest = null;
            for (var rule : rules) {
                if (rule.matches(words) && (strictest == null || rule.decision().compareTo(strictest.decision()) > 0)) {
                    strictest = rule;
                }
            }
            return strictest;
        }
    }

    private record Stamp(Path file, FileTime modified, long size) {}

    public CommandRules(Path codexHome) {
        this.folder = codexHome.resolve("rules");
    }

    synchronized Snapshot current() {
        var now = stamps();
        if (!now.equals(read)) {
            rules = load(now);
            read = now;
        }
        return rules;
    }

    private List<Stamp> stamps() {
        var stamps = new ArrayList<Stamp>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (var files = Files.newDirectoryStream(folder, "*.rules")) {
            for (var file : files) {
                stamps.add(new Stamp(file, Files.getLastModifiedTime(file), Files.size(file)));
            }
        } catch (IOException e) {
            LOG.warn("the rules for commands in {} cannot be listed", folder, e);
        }
        return stamps;
    }

    private static Snapshot load(List<Stamp> stamps) {
        var rules = new ArrayList<CommandRule>();
        Path broken = null;
        for (var stamp : stamps) {
            try {
                rules.addAll(RuleFile.parse(Files.readString(stamp.file(), StandardCharsets.UTF_8)));
            } catch (IOException | RuleFile.MalformedException e) {
                LOG.warn("the rules for commands in {} cannot be read: {}", stamp.file(), e.getMessage());
                broken = stamp.file();
            }
        }
        return new Snapshot(List.copyOf(rules), broken);
    }

    /**
     * Allows, for good, commands that begin with these words.
     *
     * @throws IOException if the rule can't be written
     */
    public synchronized void allow(List<String> prefix) throws IOException {
        Files.createDirectories(folder);
        var file = folder.resolve("default.rules");
        var line = RuleFile.allowing(prefix);
        if (!Files.exists(file)
                || !Files.readString(file, StandardCharsets.UTF_8).contains(line)) {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
