package dev.bobbin.appserver.config;

/** Where threads are kept: {@code experimental_thread_store}. */
public enum ThreadStoreKind {
    LOCAL,
    IN_MEMORY
}
