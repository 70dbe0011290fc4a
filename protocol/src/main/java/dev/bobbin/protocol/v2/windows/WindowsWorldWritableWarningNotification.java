package dev.bobbin.protocol.v2.windows;

import dev.bobbin.protocol.wire.WireInt;
import java.util.List;

/** Announced as {@code windows/worldWritableWarning}. */
public record WindowsWorldWritableWarningNotification(
        List<String> samplePaths, @WireInt("usize") long extraCount, boolean failedScan) {}
