package dev.bobbin.appserver.tool;

/** The user answered a question of a tool by ending the turn. */
public final class TurnCancelled extends Exception {
    public TurnCancelled() {
        super("the user ended the turn", null, false, false);
    }
}
