package dev.bobbin.rollout.replay;

import dev.bobbin.protocol.json.InvalidParamsException;
import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.turn.CodexErrorInfo;
import dev.bobbin.protocol.v2.turn.TurnError;
import dev.bobbin.rollout.line.BobbinRecord;
import dev.bobbin.rollout.line.JsonFields;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes our own records and reads them back. */
public final class BobbinRecords {
    private BobbinRecords() {}

    /** Tells that a turn failed and why. */
    public static BobbinRecord turnError(String turnId, TurnError error) {
        var info = error.codexErrorInfo();
        return new BobbinRecord(
                BobbinRecord.TURN_ERROR,
                RawJson.of("{\"turn_id\":" + JsonStrings.quote(turnId)
                        + ",\"error\":{\"message\":" + JsonStrings.quote(error.message())
                        + ",\"codex_error_info\":"
                        + (info == null ? "null" : new String(WireJson.encode(info), StandardCharsets.UTF_8))
                        + ",\"additional_details\":" + quoted(error.additionalDetails())
                        + "},\"status\":\"failed\"}"));
    }

    /** Shows an item that nothing else in the file tells; a later one with the same id replaces it. */
    public static BobbinRecord item(String turnId, ThreadItem item) {
        return new BobbinRecord(
                BobbinRecord.ITEM,
                RawJson.of("{\"turn_id\":" + JsonStrings.quote(turnId) + ",\"item\":"
                        + new String(WireJson.encode(item), StandardCharsets.UTF_8) + "}"));
    }

    private static String quoted(@Nullable String text) {
        return text == null ? "null" : JsonStrings.quote(text).toString();
    }

    static TurnError error(JsonFields payload) {
        var error = payload.object("error");
        return error == null
                ? new TurnError("", null, null)
                : new TurnError(
                        error.string("message", ""),
                        decode(error.raw("codex_error_info"), CodexErrorInfo.class),
                        error.string("additional_details"));
    }

    /** Null if it is of a kind that this version does not know. */
    static @Nullable ThreadItem item(JsonFields payload) {
        return decode(payload.raw("item"), ThreadItem.class);
    }

    private static <T> @Nullable T decode(@Nullable RawJson json, Class<T> type) {
        try {
            return json == null ? null : WireJson.decode(json.tree(), type);
        } catch (InvalidParamsException e) {
            return null;
        }
    }
}
