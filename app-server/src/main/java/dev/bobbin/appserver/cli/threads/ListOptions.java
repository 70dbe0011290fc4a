package dev.bobbin.appserver.cli.threads;

import dev.bobbin.threadstore.ListThreads;
import dev.bobbin.threadstore.SearchThreads;
import dev.bobbin.threadstore.SortKey;
import dev.bobbin.threadstore.SourceKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which threads, in which order, how many: as {@code thread/list} and {@code thread/search} have it. */
final class ListOptions {
    private static final int USUAL = 50;

    /** The time that counts. */
    enum Order {
        CREATED,
        UPDATED
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "<count>",
            description = "How many threads to show at most. Default: ${DEFAULT-VALUE}.",
            defaultValue = "" + USUAL)
    private int limit;

    @Option(names = "--cursor", paramLabel = "<cursor>", description = "Go on where an earlier page ended.")
    private @Nullable String cursor;

    @Option(
            names = "--sort",
            paramLabel = "<time>",
            defaultValue = "UPDATED",
            description = "By which time: created or updated (the default).")
    private Order order;

    @Option(names = "--oldest-first", description = "Begin with the oldest. Default: with the newest.")
    private boolean oldestFirst;

    @Option(names = "--archived", description = "Archived threads instead of live ones.")
    private boolean archived;

    @Option(
            names = "--source",
            paramLabel = "<kind>",
            split = ",",
            description = "Where threads came from: cli, vscode, exec, appServer, custom, subAgent, subAgentReview,"
                    + " subAgentCompact, subAgentThreadSpawn, subAgentOther, unknown, or any."
                    + " Default: those that a person started.")
    private List<String> sources = new ArrayList<>();

    boolean archived() {
        return archived;
    }

    ListThreads list(
            @Nullable List<String> providers, @Nullable List<String> cwds, @Nullable String term, boolean indexOnly) {
        return new ListThreads(
                limit(), cursor, sortKey(), !oldestFirst, kinds(), providers, cwds, archived, term, indexOnly);
    }

    SearchThreads search(String term) {
        return new SearchThreads(term, limit(), cursor, sortKey(), !oldestFirst, kinds(), archived);
    }

    private int limit() {
        if (limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be at least 1");
        }
        return limit;
    }

    private SortKey sortKey() {
        return switch (order) {
            case CREATED -> SortKey.CREATED_AT;
            case UPDATED -> SortKey.UPDATED_AT;
        };
    }

    private Set<SourceKind> kinds() {
        if (sources.isEmpty()) {
            return SourceKind.interactive();
        }
        var kinds = EnumSet.noneOf(SourceKind.class);
        for (var source : sources) {
            kinds.addAll(kinds(source));
        }
        return kinds;
    }

    private Set<SourceKind> kinds(String source) {
        var word = source.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        return switch (word) {
            case "any", "all" -> EnumSet.allOf(SourceKind.class);
            case "subagent" -> SourceKind.subAgents();
            case "custom" -> EnumSet.of(SourceKind.CUSTOM, SourceKind.CUSTOM_INTERACTIVE);
            case "mcp" -> EnumSet.of(SourceKind.APP_SERVER);
            default -> EnumSet.of(named(word, source));
        };
    }

    private SourceKind named(String word, String source) {
        for (var kind : SourceKind.values()) {
            if (kind.name().replace("_", "").toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        throw new ParameterException(spec.commandLine(), "no such kind of source: " + source);
    }
}
