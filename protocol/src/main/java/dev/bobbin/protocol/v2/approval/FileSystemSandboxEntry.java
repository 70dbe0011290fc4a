package dev.bobbin.protocol.v2.approval;

/** A path and what may be done below it. */
public record FileSystemSandboxEntry(FileSystemPath path, FileSystemAccessMode access) {}
