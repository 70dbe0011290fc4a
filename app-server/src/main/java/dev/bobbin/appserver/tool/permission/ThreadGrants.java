package dev.bobbin.appserver.tool.permission;

import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.sandbox.Grant;
import dev.bobbin.protocol.v2.approval.PermissionGrantScope;
import org.jspecify.annotations.Nullable;

/** What the user of one thread has granted beyond its sandbox. Safe for use from many threads. */
public final class ThreadGrants {
    private final @Nullable String tmpdir;

    // Guarded by this.
    private Permissions ofSession = Permissions.NONE;

    // Guarded by this.
    private Permissions ofTurn = Permissions.NONE;

    // Guarded by this. The turn that ofTurn holds for.
    private String turnId = "";

    /** @param tmpdir the folder for temporary files, if one is set */
    public ThreadGrants(@Nullable String tmpdir) {
        this.tmpdir = tmpdir;
    }

    /**
     * What a fence has to leave open in a turn.
     *
     * @param extra what one command may do besides; null for nothing
     */
    public Grant grant(String turn, TurnSettings settings, @Nullable Permissions extra) {
        var granted = in(turn);
        return (extra == null ? granted : granted.plus(extra)).grant(settings, tmpdir);
    }

    /** Everything that holds in a turn. */
    public synchronized Permissions in(String turn) {
        return turn.equals(turnId) ? ofSession.plus(ofTurn) : ofSession;
    }

    synchronized void add(String turn, Permissions granted, PermissionGrantScope scope) {
        switch (scope) {
            case SESSION -> ofSession = ofSession.plus(granted);
            case TURN -> {
                ofTurn = turn.equals(turnId) ? ofTurn.plus(granted) : granted;
                turnId = turn;
            }
        }
    }
}
