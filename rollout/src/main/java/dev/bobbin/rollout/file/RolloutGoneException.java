package dev.bobbin.rollout.file;

import java.io.IOException;
import java.nio.file.Path;

/** The file a writer appends to was removed, moved or replaced behind its back. Nothing was written. */
public final class RolloutGoneException extends IOException {
    RolloutGoneException(Path path) {
        super("rollout was removed or replaced while open: " + path);
    }
}
