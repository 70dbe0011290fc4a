package dev.bobbin.protocol.v2.thread;

import dev.bobbin.protocol.wire.Patch;

/** Changes to the git facts of a thread; each is kept, cleared or replaced on its own. */
public record ThreadMetadataGitInfoUpdateParams(Patch<String> sha, Patch<String> branch, Patch<String> originUrl) {}
