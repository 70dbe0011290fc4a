/**
 * Chat completions ({@code wire_api = "chat"}), for providers that do not speak the Responses API. Requests and answers are
 * translated, so that the rest of the server knows items only. Must not: decide what a failure is called.
 */
@NullMarked
package dev.bobbin.appserver.model.chat;

import org.jspecify.annotations.NullMarked;
