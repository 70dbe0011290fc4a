package dev.bobbin.tests.harness;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Something the server asks its client.
 *
 * @param id the server's own id, an integer
 * @param method the wire name
 * @param params what is asked
 */
public record ServerRequest(long id, String method, JsonNode params) {}
