package dev.bobbin.appserver.dispatch;

/** Does what a method is for. */
@FunctionalInterface
public interface Handler<P, R> {
    /**
     * Handles one request, and replies before or after it returns.
     *
     * @throws Exception to refuse the request, as {@link Reply#fail} does, unless it was answered before
     */
    void handle(P params, RequestContext context, Reply<R> reply) throws Exception;
}
