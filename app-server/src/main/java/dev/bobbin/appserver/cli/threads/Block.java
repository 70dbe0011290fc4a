package dev.bobbin.appserver.cli.threads;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.item.DynamicToolCallOutputContentItem;
import dev.bobbin.protocol.v2.item.FileUpdateChange;
import dev.bobbin.protocol.v2.item.PatchChangeKind;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.UserInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A piece of a conversation as pages show it. Every text in it is foreign, and is to be escaped. */
sealed interface Block {
    /** Who says something. */
    enum Speaker {
        USER("User"),
        AGENT("Agent"),
        PLAN("Plan"),
        REVIEW("Review");

        private final String shown;

        Speaker(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /**
     * Something said.
     *
     * @param text Markdown
     */
    record Said(Speaker speaker, String text) implements Block {}

    /**
     * Something done, or thought, to be looked at when wanted.
     *
     * @param state how it ended; may be empty
     */
    record Deed(String title, String state, List<Part> parts) implements Block {}

    /**
     * An image.
     *
     * @param source an URL, which may hold the image, or a path
     */
    record Picture(String source, String caption) implements Block {}

    /** What happened, in a line. */
    record Remark(String text) implements Block {}

    /**
     * A piece of a deed.
     *
     * @param label may be empty
     * @param language {@code diff}, {@code json}, {@code markdown}, or empty for plain text
     * @param text may be empty
     */
    record Part(String label, String language, String text) {}

    /** What an item shows; nothing if it has nothing to show. */
    static List<Block> of(ThreadItem item) {
        return switch (item) {
            case ThreadItem.UserMessage it ->
                it.content().stream().map(Block::input).toList();
            case ThreadItem.HookPrompt it ->
                List.of(new Deed(
                        "Hook",
                        "",
                        it.fragments().stream()
                                .map(part -> new Part("", "", part.text()))
                                .toList()));
            case ThreadItem.AgentMessage it -> List.of(new Said(Speaker.AGENT, it.text()));
            case ThreadItem.Plan it -> List.of(new Said(Speaker.PLAN, it.text()));
            case ThreadItem.Reasoning it -> reasoning(it);
            case ThreadItem.CommandExecution it -> List.of(command(it));
            case ThreadItem.FileChange it ->
                List.of(new Deed(
                        "Changed "
                                + (it.changes().size() == 1
                                        ? "a file"
                                        : it.changes().size() + " files"),
                        it.status().wireName(),
                        it.changes().stream().map(Block::change).toList()));
            case ThreadItem.McpToolCall it -> List.of(mcp(it));
            case ThreadItem.DynamicToolCall it -> List.of(dynamic(it));
            case ThreadItem.CollabAgentToolCall it ->
                List.of(new Deed(
                        "Agents: " + it.tool().wireName(),
                        it.status().wireName(),
                        List.of(new Part("", "", it.prompt() == null ? "" : it.prompt()))));
            case ThreadItem.WebSearch it -> List.of(new Remark("Searched the web for “" + it.query() + "”"));
            case ThreadItem.ImageView it -> List.of(new Picture(it.path(), "Looked at an image"));
            case ThreadItem.ImageGeneration it -> List.of(generated(it));
            case ThreadItem.EnteredReviewMode it -> List.of(new Remark("Review began: " + it.review()));
            case ThreadItem.ExitedReviewMode it -> List.of(new Said(Speaker.REVIEW, it.review()));
            case ThreadItem.ContextCompaction _ -> List.of(new Remark("The conversation was shortened for the model"));
            case ThreadItem.Unknown it -> List.of(new Deed(it.type(), "", List.of(json("", it.raw()))));
        };
    }

    private static Block input(UserInput input) {
        return switch (input) {
            case UserInput.Text it -> new Said(Speaker.USER, it.text());
            case UserInput.Image it -> new Picture(it.url(), "Image");
            case UserInput.LocalImage it -> new Picture(it.path(), "Image");
            case UserInput.Skill it -> new Remark("Skill " + it.name() + ": " + it.path());
            case UserInput.Mention it -> new Remark("Mentioned " + it.name() + ": " + it.path());
        };
    }

    private static List<Block> reasoning(ThreadItem.Reasoning item) {
        var parts = new ArrayList<Part>();
        item.summary().forEach(text -> parts.add(new Part("", "markdown", text)));
        item.content().forEach(text -> parts.add(new Part("", "markdown", text)));
        return parts.isEmpty() ? List.of() : List.of(new Deed("Reasoning", "", parts));
    }

    private static Block command(ThreadItem.CommandExecution item) {
        var state = new StringBuilder(item.status().wireName());
        if (item.exitCode() != null) {
            state.append(", exit code ").append(item.exitCode());
        }
        state.append(took(item.durationMs()));
        return new Deed(
                "$ " + item.command(),
                state.toString(),
                List.of(new Part(
                        "in " + item.cwd(), "", item.aggregatedOutput() == null ? "" : item.aggregatedOutput())));
    }

    private static Part change(FileUpdateChange change) {
        var kind = switch (change.kind()) {
            case PatchChangeKind.Add _ -> "added ";
            case PatchChangeKind.Delete _ -> "deleted ";
            case PatchChangeKind.Update update ->
                update.movePath() == null ? "changed " : "moved to " + update.movePath() + " from ";
        };
        return new Part(kind + change.path(), "diff", change.diff());
    }

    private static Block mcp(ThreadItem.McpToolCall item) {
        var parts = new ArrayList<Part>();
        parts.add(json("Arguments", item.arguments()));
        if (item.result() != null) {
            item.result().content().forEach(content -> parts.add(json("Result", content)));
        }
        if (item.error() != null) {
            parts.add(new Part("Error", "", item.error().message()));
        }
        return new Deed(
                "Tool " + item.server() + "." + item.tool(), item.status().wireName() + took(item.durationMs()), parts);
    }

    private static Block dynamic(ThreadItem.DynamicToolCall item) {
        var parts = new ArrayList<Part>();
        parts.add(json("Arguments", item.arguments()));
        if (item.contentItems() != null) {
            for (var content : item.contentItems()) {
                parts.add(
                        switch (content) {
                            case DynamicToolCallOutputContentItem.InputText it -> new Part("Result", "", it.text());
                            case DynamicToolCallOutputContentItem.InputImage _ -> new Part("Result", "", "(an image)");
                        });
            }
        }
        var name = item.namespace() == null ? item.tool() : item.namespace() + "." + item.tool();
        return new Deed("Tool " + name, item.status().wireName() + took(item.durationMs()), parts);
    }

    private static Block generated(ThreadItem.ImageGeneration item) {
        var caption = item.revisedPrompt() == null ? "Made an image" : item.revisedPrompt();
        return item.result().isEmpty()
                ? new Remark(caption + " (" + item.status() + ")")
                : new Picture("data:image/png;base64," + item.result(), caption);
    }

    private static Part json(String label, JsonNode tree) {
        return new Part(label, "json", tree.isNull() ? "" : tree.toPrettyString());
    }

    private static String took(@Nullable Long millis) {
        if (millis == null) {
            return "";
        }
        var duration = Duration.ofMillis(millis);
        return duration.toSeconds() == 0 ? ", " + millis + " ms" : ", " + duration.toSeconds() + " s";
    }
}
