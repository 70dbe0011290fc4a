package dev.bobbin.appserver.thread;

import dev.bobbin.rollout.line.RawJson;

/**
 * What tells the model that a turn was cut short: a user message that nobody typed. It is recognised by its tag, here and in
 * every other reader of the format.
 */
final class AbortMarker {
    private static final RawJson ITEM = RawJson.of(
            "{\"type\":\"message\",\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"<turn_aborted>\\n"
                    + "The user stopped this turn before it was finished. What it had begun may be done in part, and commands"
                    + " that it started may still be running.\\n</turn_aborted>\"}]}");

    private AbortMarker() {}

    static RawJson item() {
        return ITEM;
    }
}
