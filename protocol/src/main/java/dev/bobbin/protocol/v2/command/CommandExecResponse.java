package dev.bobbin.protocol.v2.command;

import dev.bobbin.protocol.wire.WireInt;

/** Answer to {@code command/exec}. */
public record CommandExecResponse(@WireInt("i32") int exitCode, String stdout, String stderr) {}
