package dev.bobbin.appserver.telemetry.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A turn, from its beginning to its end on disk. */
@Name("dev.bobbin.Turn")
@Label("Turn")
@Category("Bobbin")
@Description("A turn, from its beginning to its end on disk")
@StackTrace(false)
final class TurnEvent extends Event {
    @Label("Thread Id")
    String threadId = "";

    @Label("Turn Id")
    String turnId = "";

    @Label("Kind")
    @Description("user, goal, compact, review or shell")
    String kind = "";

    @Label("Status")
    @Description("completed, interrupted or failed")
    String status = "";

    @Label("Input Tokens")
    long inputTokens;

    @Label("Cached Input Tokens")
    @Description("Contained in the input tokens")
    long cachedInputTokens;

    @Label("Output Tokens")
    long outputTokens;

    @Label("Reasoning Tokens")
    @Description("Contained in the output tokens")
    long reasoningTokens;
}
