package dev.bobbin.rollout.line;

/**
 * A record of our own that other readers of the format skip. It does not count as an item, so that both number the items
 * alike.
 *
 * @param type begins with {@code bobbin}
 */
public record BobbinRecord(String type, RawJson payload) implements RolloutItem {
    /** A turn failed: {@code {turn_id, error:{message, codex_error_info, additional_details}, status:"failed"}}. */
    public static final String TURN_ERROR = "bobbin_turn_error";

    /** An item that nothing else in the file shows: {@code {turn_id, item}}, the item as clients see it. */
    public static final String ITEM = "bobbin_item";
}
