package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.id.RandomIds;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelEventSink;
import dev.bobbin.appserver.tool.TurnCancelled;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.MessagePhase;
import dev.bobbin.protocol.v2.item.ReasoningSummaryPartAddedNotification;
import dev.bobbin.protocol.v2.item.ReasoningSummaryTextDeltaNotification;
import dev.bobbin.protocol.v2.item.ReasoningTextDeltaNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutItem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the model as it arrives: shows items while they grow, stores and shows them when they are whole, and begins
 * the tool calls among them.
 */
final class ResponseStream implements ModelEventSink {
    private final TurnScope turn;
    private final ToolCalls calls;
    private final boolean isPlanning;

    private boolean isOpen;
    private boolean goesOn;
    private @Nullable String openItemId;
    private @Nullable AgentMessageItem openMessage;
    private @Nullable String lastMessage;

    ResponseStream(TurnScope turn, ToolCalls calls) {
        this.turn = turn;
        this.calls = calls;
        this.isPlanning = turn.settings().collaborationMode().mode() == ModeKind.PLAN;
    }

    @Override
    public void accept(ModelEvent event) {
        isOpen = true;
        if (event instanceof ModelEvent.TextDelta delta) {
            if (openMessage != null) {
                openMessage.more(delta.delta());
            }
        } else if (event instanceof ModelEvent.ReasoningSummaryDelta delta) {
            summaryDelta(delta);
        } else if (event instanceof ModelEvent.ReasoningTextDelta delta) {
            reasoningDelta(delta);
        } else if (event instanceof ModelEvent.ReasoningSummaryPartAdded part) {
            summaryPartAdded(part);
        } else if (event instanceof ModelEvent.ItemAdded added) {
            added(added.item());
        } else if (event instanceof ModelEvent.ItemDone done) {
            done(done.item());
        } else if (event instanceof ModelEvent.RateLimits limits) {
            turn.context().rateLimits(RateLimits.stored(limits.report()));
            turn.delta(RateLimits.note(limits.report()));
        } else if (event instanceof ModelEvent.Completed completed) {
            if (completed.usage() != null) {
                turn.context().spent(completed.usage(), turn.settings().modelContextWindow());
            }
            goesOn = !completed.endsTurn();
        } else if (!(event instanceof ModelEvent.Created || event instanceof ModelEvent.ToolInputDelta)) {
            throw new IllegalArgumentException("not an event: " + event.getClass());
        }
    }

    /**
     * Waits for the calls the model made, stores their outputs and what has been spent. Also done when the answer broke off,
     * as the calls were made all the same.
     *
     * @return whether the model is to be asked again: there were calls, or it has more to say
     */
    boolean finish() throws TurnCancelled, InterruptedException {
        var outputs = calls.await();
        if (calls.hasCostToCount()) {
            turn.goals().count();
        }
        store(outputs);
        return goesOn || !calls.isEmpty();
    }

    /** Ends the calls that still run. What was reported until here counts. */
    void abort() {
        store(calls.abort());
    }

    /** Whether anything has come. */
    boolean isOpen() {
        return isOpen;
    }

    /** The last thing the model said in this answer; null if nothing. */
    @Nullable
    String lastMessage() {
        return lastMessage;
    }

    private void store(List<RawJson> outputs) {
        var lines = new ArrayList<RolloutItem>(outputs.size() + 1);
        var notes = new ArrayList<EncodedNotification>(1);
        for (var output : outputs) {
            turn.context().append(output);
            lines.add(new ResponseItem(output));
        }
        if (isOpen) {
            turn.addUsage(lines, notes);
        }
        if (!lines.isEmpty()) {
            turn.commit(lines, notes);
        }
    }

    private void added(ObjectNode item) {
        turn.heardFromModel();
        openItemId = null;
        var id = idOf(item);
        openItemId = id;
        switch (item.path("type").asText()) {
            case "message" -> {
                if (isOfAssistant(item)) {
                    openMessage = new AgentMessageItem(turn, id, phase(item), isPlanning);
                    openMessage.begin(ResponseItems.spokenText(item));
                }
            }
            case "reasoning" -> turn.delta(turn.started(new ThreadItem.Reasoning(id, List.of(), List.of())));
            case "web_search_call" -> turn.delta(turn.started(ModelItems.webSearch(id, item)));
            case "image_generation_call" -> turn.delta(turn.started(ModelItems.imageBegun(id)));
            default -> openItemId = null;
        }
    }

    private void done(ObjectNode item) {
        turn.heardFromModel();
        var wasAdded = openItemId != null;
        switch (item.path("type").asText()) {
            case "message" -> messageDone(item, wasAdded);
            case "reasoning" -> reasoningDone(item, wasAdded);
            case "web_search_call" -> webSearchDone(item, wasAdded);
            case "image_generation_call" -> imageDone(item, wasAdded);
            default -> {
                keep(item, new ArrayList<>(), List.of());
                var call = ModelItems.call(item);
                if (call != null) {
                    calls.start(call);
                }
            }
        }
        openItemId = null;
        openMessage = null;
    }

    private void messageDone(ObjectNode item, boolean wasAdded) {
        if (!isOfAssistant(item)) {
            keep(item, new ArrayList<>(), List.of());
            return;
        }
        var id = idOf(item);
        var isOpenOne = openMessage != null && wasAdded;
        var message =
                openMessage != null && wasAdded ? openMessage : new AgentMessageItem(turn, id, phase(item), isPlanning);
        var lines = new ArrayList<RolloutItem>(3);
        var notes = new ArrayList<EncodedNotification>(2);
        var text = message.end(id, ResponseItems.spokenText(item), isOpenOne, lines, notes);
        if (text != null && !text.isBlank()) {
            lastMessage = text;
        }
        keep(item, lines, notes);
    }

    private void reasoningDone(ObjectNode item, boolean wasAdded) {
        var thought = ModelItems.reasoning(idOf(item), item);
        if (!wasAdded) {
            turn.delta(turn.started(thought));
        }
        var lines = new ArrayList<RolloutItem>(thought.summary().size() + 1);
        ModelItems.addReasoningLines(
                thought, turn.settings().config().reasoning().showRaw(), lines);
        keep(item, lines, List.of(turn.completed(thought)));
    }

    private void webSearchDone(ObjectNode item, boolean wasAdded) {
        var search = ModelItems.webSearch(idOf(item), item);
        if (!wasAdded) {
            turn.delta(turn.started(search));
        }
        var lines = new ArrayList<RolloutItem>(2);
        lines.add(ModelItems.webSearchLine(search, item));
        keep(item, lines, List.of(turn.completed(search)));
    }

    private void imageDone(ObjectNode item, boolean wasAdded) {
        var saved = GeneratedImages.save(turn.settings().config().codexHome(), turn.threadId(), item);
        var image = ModelItems.image(item, saved);
        var lines = new ArrayList<RolloutItem>(3);
        if (saved != null) {
            var notice = ResponseItems.developerTexts(List.of(GeneratedImages.notice(saved)));
            turn.context().append(notice);
            lines.add(new ResponseItem(notice));
        }
        lines.add(ModelItems.imageLine(image));
        if (!wasAdded) {
            turn.delta(turn.started(ModelItems.imageBegun(image.id())));
        }
        keep(item, lines, List.of(turn.completed(image)));
    }

    /** Puts an item into the conversation and the history, with what belongs to it. Kinds that are not known are dropped. */
    private void keep(ObjectNode item, List<RolloutItem> lines, List<EncodedNotification> notes) {
        var stored = ResponseItems.stored(item);
        if (stored != null) {
            turn.context().append(stored);
            lines.add(new ResponseItem(stored));
        }
        if (!lines.isEmpty() || !notes.isEmpty()) {
            turn.commit(lines, notes);
        }
    }

    private void summaryPartAdded(ModelEvent.ReasoningSummaryPartAdded part) {
        if (openItemId != null) {
            turn.delta(EncodedNotification.of(
                    Notifications.ITEM_REASONING_SUMMARY_PART_ADDED,
                    new ReasoningSummaryPartAddedNotification(
                            turn.threadId(), turn.turnId(), openItemId, part.summaryIndex())));
        }
    }

    private void summaryDelta(ModelEvent.ReasoningSummaryDelta delta) {
        if (openItemId != null && !delta.delta().isEmpty()) {
            turn.delta(EncodedNotification.of(
                    Notifications.ITEM_REASONING_SUMMARY_TEXT_DELTA,
                    new ReasoningSummaryTextDeltaNotification(
                            turn.threadId(), turn.turnId(), openItemId, delta.delta(), delta.summaryIndex())));
        }
    }

    private void reasoningDelta(ModelEvent.ReasoningTextDelta delta) {
        if (openItemId != null && !delta.delta().isEmpty()) {
            turn.delta(EncodedNotification.of(
                    Notifications.ITEM_REASONING_TEXT_DELTA,
                    new ReasoningTextDeltaNotification(
                            turn.threadId(), turn.turnId(), openItemId, delta.delta(), delta.contentIndex())));
        }
    }

    private static boolean isOfAssistant(JsonNode item) {
        return item.path("role").asText("assistant").equals("assistant");
    }

    private static @Nullable MessagePhase phase(JsonNode item) {
        return switch (item.path("phase").asText()) {
            case "commentary" -> MessagePhase.COMMENTARY;
            case "final_answer" -> MessagePhase.FINAL_ANSWER;
            default -> null;
        };
    }

    /** The model's own id; some providers give none, or none any more when the item is whole. */
    private String idOf(JsonNode item) {
        var id = item.path("id").asText();
        if (!id.isEmpty()) {
            return id;
        }
        return openItemId == null ? RandomIds.uuidV4() : openItemId;
    }
}
