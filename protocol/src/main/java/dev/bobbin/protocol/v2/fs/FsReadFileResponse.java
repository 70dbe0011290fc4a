package dev.bobbin.protocol.v2.fs;

/** Answer to {@code fs/readFile}. */
public record FsReadFileResponse(String dataBase64) {}
