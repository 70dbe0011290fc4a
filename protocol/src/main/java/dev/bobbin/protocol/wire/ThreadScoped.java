package dev.bobbin.protocol.wire;

/** Parameters that are about one thread. */
public interface ThreadScoped {
    /** The thread's id as the sender spelt it. */
    String threadId();
}
