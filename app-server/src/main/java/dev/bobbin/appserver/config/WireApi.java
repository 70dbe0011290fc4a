package dev.bobbin.appserver.config;

/** How a model provider is spoken to. */
public enum WireApi {
    /** The Responses API, streamed as server-sent events. */
    RESPONSES,
    /** Chat completions, streamed as server-sent events. */
    CHAT,
    /** No network: answers are made up in this process. */
    OFFLINE
}
