package dev.bobbin.appserver.exec;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Signals to whole process groups, which Java's own process API can't send. */
final class ProcessGroups {
    private static final int SIGKILL = 9;

    private ProcessGroups() {}

    /** The C library's {@code kill}, found when it is first needed. */
    private static final class Native {
        static final MethodHandle KILL = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    }

    /** Kills every process of the group that {@code leader} leads; does nothing where there is none left. */
    static void kill(long leader) {
        try {
            // The result says only whether anybody was left.
            int _ = (int) Native.KILL.invokeExact(-Math.toIntExact(leader), SIGKILL);
        } catch (Throwable e) {
            throw new IllegalStateException("kill(2) can't be called", e);
        }
    }
}
