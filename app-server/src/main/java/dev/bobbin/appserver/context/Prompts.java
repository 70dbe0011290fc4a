package dev.bobbin.appserver.context;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The server's own prompt texts. Each is read from its resource when first asked for, then kept. Safe for many threads. */
public final class Prompts {
    /** What a model is told it is, unless the client or the configuration says otherwise. */
    public static final Prompts BASE_INSTRUCTIONS = new Prompts("base-instructions.md");

    /** How to behave while a plan is made. */
    public static final Prompts PLAN_MODE = new Prompts("plan-mode.md");

    /** How to behave when no other mode is chosen, or when one has ended. */
    public static final Prompts DEFAULT_MODE = new Prompts("default-mode.md");

    /** What a reviewing model is told it is. */
    public static final Prompts REVIEW_INSTRUCTIONS = new Prompts("review-instructions.md");

    /** Asks for a summary of the conversation. */
    public static final Prompts COMPACT = new Prompts("compact-prompt.md");

    /** Stands before such a summary when it replaces the conversation. */
    public static final Prompts SUMMARY_PREAMBLE = new Prompts("summary-preamble.md");

    /** Sends the model on towards its thread's goal. */
    public static final Prompts GOAL_GO_ON = new Prompts("goal-go-on.md");

    /** Tells the model that nothing is left for its thread's goal. */
    public static final Prompts GOAL_BUDGET_SPENT = new Prompts("goal-budget-spent.md");

    /** Tells the model that its thread's goal is another one now. */
    public static final Prompts GOAL_CHANGED = new Prompts("goal-changed.md");

    private final String resource;
    private volatile String text = "";

    private Prompts(String resource) {
        this.resource = resource;
    }

    /** The text, without white space at its end. */
    public String text() {
        var known = text;
        if (known.isEmpty()) {
            known = read();
            text = known;
        }
        return known;
    }

    private String read() {
        try (var in = Prompts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
