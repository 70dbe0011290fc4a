package dev.bobbin.rollout.replay;

import dev.bobbin.protocol.v2.item.HookPromptFragment;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Messages that hooks put into a conversation: user messages made of {@code <hook_prompt hook_run_id="...">text</hook_prompt>}
 * pieces only.
 */
final class HookPrompts {
    private static final String OPENING = "<hook_prompt hook_run_id=\"";
    private static final String CLOSING = "</hook_prompt>";

    private HookPrompts() {}

    /** A quick look that is right about everything else. */
    static boolean mayBe(RawLine line) {
        return line.payloadTypeIs("message")
                && line.payloadFields().isText("role", "user")
                && line.payloadContains("<hook_prompt ");
    }

    /** Null if the item is none. As nothing on disk names it, its id follows from its text and place. */
    static @Nullable ThreadItem read(RawJson responseItem, int index) {
        var fields = JsonFields.of(responseItem);
        var content = fields.array("content");
        if (!"message".equals(fields.string("type")) || !"user".equals(fields.string("role")) || content == null) {
            return null;
        }
        var fragments = new ArrayList<HookPromptFragment>();
        for (var part : content) {
            var fragment = fragment(JsonFields.of(part).string("text", "").strip());
            if (fragment == null) {
                return null;
            }
            fragments.add(fragment);
        }
        var id = UUID.nameUUIDFromBytes((index + responseItem.toString()).getBytes(StandardCharsets.UTF_8));
        return fragments.isEmpty() ? null : new ThreadItem.HookPrompt(id.toString(), fragments);
    }

    private static @Nullable HookPromptFragment fragment(String text) {
        var endOfId = text.indexOf("\">");
        if (!text.startsWith(OPENING) || !text.endsWith(CLOSING) || endOfId < OPENING.length()) {
            return null;
        }
        return new HookPromptFragment(
                plain(text.substring(endOfId + 2, text.length() - CLOSING.length())),
                plain(text.substring(OPENING.length(), endOfId)));
    }

    private static String plain(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
