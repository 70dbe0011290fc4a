package dev.bobbin.protocol.v1;

/** Parameters of {@code gitDiffToRemote}. */
public record GitDiffToRemoteParams(String cwd) {}
