package dev.bobbin.appserver.telemetry.otel;

/**
 * A request that was answered.
 *
 * @param begun when its handler began; as {@code arrived} if it did not get that far
 * @param errorCode 0 for a result
 */
record DoneRequest(String method, String lane, Moment arrived, Moment begun, Moment ended, int errorCode) {}
