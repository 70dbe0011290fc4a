package dev.bobbin.rollout.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.bobbin.protocol.v2.item.ByteRange;
import dev.bobbin.protocol.v2.item.FileUpdateChange;
import dev.bobbin.protocol.v2.item.ImageDetail;
import dev.bobbin.protocol.v2.item.McpToolCallError;
import dev.bobbin.protocol.v2.item.McpToolCallResult;
import dev.bobbin.protocol.v2.item.McpToolCallStatus;
import dev.bobbin.protocol.v2.item.MemoryCitation;
import dev.bobbin.protocol.v2.item.MemoryCitationEntry;
import dev.bobbin.protocol.v2.item.MessagePhase;
import dev.bobbin.protocol.v2.item.PatchApplyStatus;
import dev.bobbin.protocol.v2.item.PatchChangeKind;
import dev.bobbin.protocol.v2.item.TextElement;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.item.WebSearchAction;
import dev.bobbin.protocol.wire.WireEnum;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RolloutEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What clients see of an event. Spells on disk differ from those on the wire here and there. */
final class EventItems {
    private static final String REVIEW_REQUESTED = "Review requested.";
    private static final String REVIEW_FAILED = "Reviewer failed to output a response.";

    private EventItems() {}

    static ThreadItem userMessage(String id, RolloutEvent.UserMessage event) {
        var content = new ArrayList<UserInput>();
        if (!event.message().isBlank()) {
            content.add(new UserInput.Text(event.message(), textElements(event.textElements())));
        }
        var imageDetails = details(event.imageDetails());
        for (var i = 0; i < event.images().size(); i++) {
            content.add(
                    new UserInput.Image(detail(imageDetails, i), event.images().get(i)));
        }
        var localDetails = details(event.localImageDetails());
        for (var i = 0; i < event.localImages().size(); i++) {
            content.add(new UserInput.LocalImage(
                    detail(localDetails, i), event.localImages().get(i)));
        }
        return new ThreadItem.UserMessage(id, event.clientId(), content);
    }

    private static List<TextElement> textElements(@Nullable RawJson array) {
        var elements = new ArrayList<TextElement>();
        for (var element : array == null ? List.<RawJson>of() : JsonStrings.elements(array)) {
            var fields = JsonFields.of(element);
            var range = fields.object("byte_range");
            var start = range == null ? null : range.number("start");
            var end = range == null ? null : range.number("end");
            if (start != null && end != null) {
                elements.add(new TextElement(new ByteRange(start, end), fields.string("placeholder")));
            }
        }
        return elements;
    }

    private static List<RawJson> details(@Nullable RawJson array) {
        return array == null ? List.of() : JsonStrings.elements(array);
    }

    private static @Nullable ImageDetail detail(List<RawJson> details, int index) {
        return index < details.size() ? named(ImageDetail.values(), JsonStrings.text(details.get(index))) : null;
    }

    static ThreadItem agentMessage(String id, RolloutEvent.AgentMessage event) {
        return new ThreadItem.AgentMessage(
                id, event.message(), named(MessagePhase.values(), event.phase()), citation(event.memoryCitation()));
    }

    private static @Nullable MemoryCitation citation(@Nullable RawJson json) {
        if (json == null) {
            return null;
        }
        var fields = JsonFields.of(json);
        var entries = new ArrayList<MemoryCitationEntry>();
        var array = fields.array("entries");
        for (var entry : array == null ? List.<RawJson>of() : array) {
            var of = JsonFields.of(entry);
            entries.add(new MemoryCitationEntry(
                    of.string("path", ""),
                    numberOrZero(of, "lineStart"),
                    numberOrZero(of, "lineEnd"),
                    of.string("note", "")));
        }
        var threadIds = fields.strings("threadIds");
        return new MemoryCitation(entries, threadIds.isEmpty() ? fields.strings("rolloutIds") : threadIds);
    }

    static ThreadItem reasoning(String id, String text, boolean summary) {
        return new ThreadItem.Reasoning(id, summary ? List.of(text) : List.of(), summary ? List.of() : List.of(text));
    }

    static ThreadItem extended(ThreadItem.Reasoning reasoning, String text, boolean summary) {
        return new ThreadItem.Reasoning(
                reasoning.id(),
                summary ? with(reasoning.summary(), text) : reasoning.summary(),
                summary ? reasoning.content() : with(reasoning.content(), text));
    }

    private static List<String> with(List<String> texts, String text) {
        var more = new ArrayList<>(texts);
        more.add(text);
        return more;
    }

    static ThreadItem enteredReview(String id, RolloutEvent.EnteredReviewMode event) {
        var hint = event.userFacingHint();
        return new ThreadItem.EnteredReviewMode(id, hint == null ? REVIEW_REQUESTED : hint);
    }

    static ThreadItem exitedReview(String id, RolloutEvent.ExitedReviewMode event) {
        var output = event.reviewOutput();
        var explanation = output == null
                ? ""
                : JsonFields.of(output).string("overall_explanation", "").strip();
        return new ThreadItem.ExitedReviewMode(id, explanation.isEmpty() ? REVIEW_FAILED : explanation);
    }

    static ThreadItem fileChange(RolloutEvent.PatchApplyEnd event) {
        var changes = new ArrayList<FileUpdateChange>();
        var fields = JsonFields.of(event.changes());
        for (var path : fields.names()) {
            var change = fields.object(path);
            if (change != null) {
                changes.add(fileUpdate(path, change));
            }
        }
        changes.sort(Comparator.comparing(FileUpdateChange::path));
        var status = named(PatchApplyStatus.values(), event.status());
        return new ThreadItem.FileChange(event.callId(), changes, status == null ? PatchApplyStatus.FAILED : status);
    }

    private static FileUpdateChange fileUpdate(String path, JsonFields change) {
        return switch (change.string("type", "")) {
            case "add" -> new FileUpdateChange(path, new PatchChangeKind.Add(), change.string("content", ""));
            case "delete" -> new FileUpdateChange(path, new PatchChangeKind.Delete(), change.string("content", ""));
            default -> {
                var target = change.string("move_path");
                var diff = change.string("unified_diff", "");
                yield new FileUpdateChange(
                        path,
                        new PatchChangeKind.Update(target),
                        target == null ? diff : diff + "\n\nMoved to: " + target);
            }
        };
    }

    static ThreadItem mcpToolCall(RolloutEvent.McpToolCallEnd event) {
        var invocation = JsonFields.of(event.invocation());
        var result = JsonFields.of(event.result());
        var ok = result.object("Ok");
        var failed = ok == null || Boolean.TRUE.equals(ok.bool("isError"));
        return new ThreadItem.McpToolCall(
                event.callId(),
                invocation.string("server", ""),
                invocation.string("tool", ""),
                failed ? McpToolCallStatus.FAILED : McpToolCallStatus.COMPLETED,
                treeOrNull(invocation.raw("arguments")),
                event.mcpAppResourceUri(),
                event.pluginId(),
                ok == null ? null : mcpResult(ok),
                ok == null ? new McpToolCallError(result.string("Err", "")) : null,
                event.duration().toMillis());
    }

    private static McpToolCallResult mcpResult(JsonFields ok) {
        var content = ok.array("content");
        var structured = ok.raw("structuredContent");
        var meta = ok.raw("_meta");
        return new McpToolCallResult(
                content == null
                        ? List.of()
                        : content.stream().map(RawJson::tree).toList(),
                structured == null ? null : structured.tree(),
                meta == null ? null : meta.tree());
    }

    private static JsonNode treeOrNull(@Nullable RawJson json) {
        return json == null ? NullNode.getInstance() : json.tree();
    }

    static ThreadItem webSearch(RolloutEvent.WebSearchEnd event) {
        return new ThreadItem.WebSearch(event.callId(), event.query(), webSearchAction(JsonFields.of(event.action())));
    }

    private static WebSearchAction webSearchAction(JsonFields action) {
        return switch (action.string("type", "")) {
            case "search" ->
                new WebSearchAction.Search(
                        action.string("query"), action.has("queries") ? action.strings("queries") : null);
            case "open_page" -> new WebSearchAction.OpenPage(action.string("url"));
            case "find_in_page" -> new WebSearchAction.FindInPage(action.string("url"), action.string("pattern"));
            default -> new WebSearchAction.Other();
        };
    }

    static ThreadItem imageGeneration(RolloutEvent.ImageGenerationEnd event) {
        return new ThreadItem.ImageGeneration(
                event.callId(), event.status(), event.revisedPrompt(), event.result(), event.savedPath());
    }

    private static long numberOrZero(JsonFields fields, String name) {
        var number = fields.number(name);
        return number == null ? 0 : number;
    }

    private static <E extends WireEnum> @Nullable E named(E[] values, @Nullable String name) {
        for (var value : values) {
            if (value.wireName().equals(name)) {
                return value;
            }
        }
        return null;
    }
}
