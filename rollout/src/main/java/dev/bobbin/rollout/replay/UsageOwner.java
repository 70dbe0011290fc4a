package dev.bobbin.rollout.replay;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Remembers which turn the last count of tokens belongs to, and finds it again when turns were rolled back since. */
final class UsageOwner {
    private @Nullable TurnBuilder turn;
    private int turns;

    /**
     * Tokens were counted.
     *
     * @param current the turn that was current then; null if there was none
     * @param count how many turns there were with it
     */
    void counted(@Nullable TurnBuilder current, int count) {
        turn = current;
        turns = count;
    }

    /**
     * Id of the owner: the turn itself if it is still there, else what took its place, else the last that has ended.
     *
     * @param shown the turns there are now, oldest first
     * @return empty if there are no turns, null if no tokens were counted in one
     */
    @Nullable
    String among(List<TurnBuilder> shown) {
        if (turn == null && turns == 0) {
            return null;
        }
        for (var candidate : shown) {
            if (turn != null && candidate.id().equals(turn.id())) {
                return candidate.id();
            }
        }
        if (turns > 0 && turns <= shown.size()) {
            return shown.get(turns - 1).id();
        }
        for (var i = shown.size() - 1; i >= 0; i--) {
            if (shown.get(i).hasEnded()) {
                return shown.get(i).id();
            }
        }
        return shown.isEmpty() ? "" : shown.getLast().id();
    }
}
