package dev.bobbin.protocol.v2.item;

/** Text that a hook adds to the conversation. */
public record HookPromptFragment(String text, String hookRunId) {}
