package dev.bobbin.appserver.dispatch;

/**
 * The one answer to a request. Only the first call counts, from whichever thread; later ones are ignored.
 *
 * <p>Whoever owns the state that the answer speaks of sends it, so that it leaves in order with the notifications about
 * that state. A reply that nobody can send any more becomes an internal error by itself.
 */
public interface Reply<R> {
    /** Sends the result. */
    void ok(R result);

    /** Sends an error, see {@link JsonRpcErrors}. */
    void fail(RuntimeException failure);
}
