package dev.bobbin.protocol.v1;

/** Answer to {@code gitDiffToRemote}. */
public record GitDiffToRemoteResponse(String sha, String diff) {}
