package dev.bobbin.appserver.thread;

import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.model.ModelTraits;

/** How many tokens of context a thread may use. Some room is left for what an estimate misses. */
final class ContextSizes {
    private static final long USABLE_PERCENT = 95;
    private static final long COMPACT_PERCENT = 90;

    private ContextSizes() {}

    /** Tokens that may be used. */
    static long window(Config config, String model) {
        var configured = config.limits().contextWindow();
        return configured != null
                ? configured * USABLE_PERCENT / 100
                : ModelTraits.of(model).contextWindow();
    }

    /** Tokens from which on the conversation is summed up. */
    static long compactAt(Config config, String model) {
        var configured = config.limits().autoCompact();
        return configured != null ? configured : window(config, model) * COMPACT_PERCENT / USABLE_PERCENT;
    }
}
