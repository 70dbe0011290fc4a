package dev.bobbin.rollout.replay;

import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsageInfo;
import dev.bobbin.rollout.line.TurnContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation as the model is to see it next.
 *
 * @param items response items as they were recorded, each valid JSON; calls that were never answered are among them
 * @param omittedBytes length of the older items that were not kept, as they were too many; 0 if none
 * @param lastTurnContext settings of the newest turn that was not rolled back
 * @param baselineCleared whether the items may no longer tell those settings (nothing was said yet, a compaction took the
 *     telling away, or older items are missing), so that the next turn has to tell all of them
 * @param previousModel model of the newest turn of the user's
 * @param lastUsage as last counted, rolled back or not
 */
public record ModelContext(
        List<RawJson> items,
        long omittedBytes,
        @Nullable TurnContext lastTurnContext,
        boolean baselineCleared,
        @Nullable String previousModel,
        @Nullable TokenUsageInfo lastUsage) {}
