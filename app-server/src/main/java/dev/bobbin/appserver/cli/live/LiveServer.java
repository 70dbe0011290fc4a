package dev.bobbin.appserver.cli.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A server at one moment.
 *
 * @param parentPid 0 if unknown
 * @param children processes that it started, theirs included
 * @param process what the operating system says
 * @param jvm what its JVM says; null if it does not answer
 * @param threadsHeld ids of the threads that it may append to, in order
 */
record LiveServer(
        long pid,
        long parentPid,
        @Nullable Instant startedAt,
        long children,
        ProcessFacts process,
        @Nullable JvmFacts jvm,
        List<String> threadsHeld) {
    /** The share of a bound, in percent, from which it is worth a word. */
    private static final int NEARLY = 90;

    /** What a person should know of; empty if it is well. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (jvm == null) {
            problems.add("its JVM does not answer");
        } else if (nearly(jvm.heapUsedBytes(), jvm.heapMaxBytes())) {
            problems.add("its heap is nearly full");
        }
        if (nearly(process.descriptors(), process.descriptorLimit())) {
            problems.add("it has nearly as many descriptors open as it may");
        }
        if (process.isReplaced()) {
            problems.add("its JVM was replaced on disk since it was started");
        }
        return problems;
    }

    private static boolean nearly(@Nullable Long value, @Nullable Long bound) {
        return value != null && bound != null && value * 100 >= bound * NEARLY;
    }
}
