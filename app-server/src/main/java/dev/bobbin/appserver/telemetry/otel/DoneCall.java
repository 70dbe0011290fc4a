package dev.bobbin.appserver.telemetry.otel;

/**
 * A call to a model that is over.
 *
 * @param answered when the head of the last answer came; as {@code begun} if none did
 * @param status that of HTTP; 0 without an answer
 */
record DoneCall(
        String threadId,
        String provider,
        String model,
        Moment begun,
        Moment answered,
        Moment ended,
        int status,
        String outcome,
        long sentBytes,
        long receivedBytes) {}
