package dev.bobbin.rollout.file;

import dev.bobbin.rollout.line.RawLine;
import java.io.IOException;

/** Takes the lines of a rollout, in order. */
@FunctionalInterface
public interface LineSink {
    /** @param line good only until this returns; {@link RawLine#copy} makes one to keep */
    void accept(RawLine line) throws IOException;
}
