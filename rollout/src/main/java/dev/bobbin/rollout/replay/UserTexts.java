package dev.bobbin.rollout.replay;

import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import java.util.ArrayList;
import java.util.List;

/** Tells what the user said from what was said in the user's name. */
final class UserTexts {
    /** How messages begin that carry context instead. */
    private static final List<String> CONTEXT_OPENINGS = List.of(
            "<environment_context>",
            "# agents.md instructions",
            "<user_instructions>",
            "<skill>",
            "<user_shell_command>",
            "<turn_aborted>",
            "<subagent_notification>",
            "<hook_prompt ",
            "<codex_internal_context");

    /** Of the user's words no more than this is kept where an old compaction left only a summary. */
    private static final int MAX_KEPT_CHARS = 80_000;

    private UserTexts() {}

    /** Whether a {@code message} item is something the user asked for. */
    static boolean isInstruction(JsonFields message) {
        if (!message.isText("role", "user")) {
            return false;
        }
        for (var part : message.objects("content")) {
            if (isContext(part.string("text", ""))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isContext(String text) {
        var start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        for (var opening : CONTEXT_OPENINGS) {
            if (text.regionMatches(true, start, opening, 0, opening.length())) {
                return true;
            }
        }
        return false;
    }

    /** What an old compaction made of a conversation: the user's newest words, and the summary. */
    static List<RawJson> withSummary(List<RawJson> items, String summary) {
        var kept = new ArrayList<RawJson>();
        var chars = 0;
        for (var i = items.size() - 1; i >= 0 && chars < MAX_KEPT_CHARS; i--) {
            var message = JsonFields.of(items.get(i));
            if ("message".equals(message.string("type")) && isInstruction(message)) {
                kept.addFirst(items.get(i));
                chars += items.get(i).length();
            }
        }
        kept.add(RawJson.of("{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":"
                + JsonStrings.quote(summary) + "}]}"));
        return kept;
    }
}
