package dev.bobbin.protocol.v2.hook;

import java.util.List;

/** The hooks found for one working directory. */
public record HooksListEntry(String cwd, List<HookMetadata> hooks, List<String> warnings, List<HookErrorInfo> errors) {}
