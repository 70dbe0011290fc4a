package dev.bobbin.appserver.context;

import dev.bobbin.rollout.line.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the user said from what is put into a conversation in the user's name. */
public final class UserTexts {
    /** About 20 000 tokens of what the user said survive a compaction, the latest of it. */
    private static final int MAX_KEPT_CHARS = 80_000;

    private static final byte[] PREFIX = "{\"type\":\"message\",\"role\":\"user\"".getBytes(StandardCharsets.UTF_8);

    private static final List<String> CONTEXT_BEGINNINGS = List.of(
            "<environment_context>",
            "# AGENTS.md instructions",
            "<user_instructions>",
            "<turn_aborted>",
            "<skill>",
            "<user_shell_command>",
            "<subagent_notification>",
            GoalTexts.OPENING);

    private UserTexts() {}

    /** Whether a user's message with this text is context rather than something the user said. */
    public static boolean isContext(String text) {
        var start = text.stripLeading();
        return CONTEXT_BEGINNINGS.stream().anyMatch(start::startsWith);
    }

    /** What stands for a conversation once it is summed up: the user's messages, oldest first, and the summary. */
    public static List<RawJson> replacement(List<RawJson> items, String summary) {
        var kept = new ArrayList<RawJson>();
        var left = MAX_KEPT_CHARS;
        for (var i = items.size() - 1; i >= 0 && left > 0; i--) {
            var text = said(items.get(i));
            if (text != null && !text.isEmpty()) {
                var piece = text.length() <= left ? text : text.substring(0, left);
                left -= piece.length();
                kept.addFirst(ResponseItems.userText(piece));
            }
        }
        kept.add(ResponseItems.userText(summary));
        return kept;
    }

    private static @Nullable String said(RawJson item) {
        if (!startsWithPrefix(item.bytes())) {
            return null;
        }
        var text = ResponseItems.spokenText(item.tree());
        var isOurs = isContext(text) || text.startsWith(Prompts.SUMMARY_PREAMBLE.text());
        return isOurs ? null : text;
    }

    private static boolean startsWithPrefix(byte[] bytes) {
        if (bytes.length < PREFIX.length) {
            return false;
        }
        for (var i = 0; i < PREFIX.length; i++) {
            if (bytes[i] != PREFIX[i]) {
                return false;
            }
        }
        return true;
    }
}
