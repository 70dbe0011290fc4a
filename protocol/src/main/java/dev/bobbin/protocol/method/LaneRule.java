package dev.bobbin.protocol.method;

import dev.bobbin.protocol.wire.PathScoped;
import dev.bobbin.protocol.wire.ThreadScoped;

/** How the lane of a request follows from its parameters. */
public enum LaneRule {
    /** The lane of the thread that the parameters name. */
    THREAD,
    /** The lane of the rollout path if one is given, else of the thread. */
    PATH_OR_THREAD,
    /** One lane for everything that changes the configuration or the account. */
    GLOBAL,
    /** One lane for all methods of a resource, which is what comes before the first slash of their names. */
    RESOURCE,
    /** No lane. */
    UNORDERED;

    private static final Lane NONE = new Lane.Unordered();

    Lane lane(String method, Object params) {
        return switch (this) {
            case THREAD -> thread(params);
            case PATH_OR_THREAD -> pathOrThread(params);
            case GLOBAL -> new Lane.Global("configuration");
            case RESOURCE -> new Lane.Global(method.substring(0, method.indexOf('/')));
            case UNORDERED -> NONE;
        };
    }

    private static Lane thread(Object params) {
        return params instanceof ThreadScoped scoped ? new Lane.OfThread(scoped.threadId()) : NONE;
    }

    private static Lane pathOrThread(Object params) {
        if (params instanceof PathScoped scoped) {
            var path = scoped.path();
            if (path != null && !path.isEmpty()) {
                return new Lane.OfPath(path);
            }
        }
        return thread(params);
    }
}
