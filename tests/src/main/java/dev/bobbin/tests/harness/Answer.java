package dev.bobbin.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;

/** How a request was answered: exactly one of the two. */
public sealed interface Answer {
    /** The request was done. */
    record Result(JsonNode value) implements Answer {}

    /** The request was refused. */
    record Refused(RpcError error) implements Answer {}
}
