package dev.bobbin.tests.fault;

import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Counts the file operations of the classes that {@link FaultyClasses} loaded, and fails the one that it is told to. One
 * for the whole JVM; operations may come from many threads.
 */
public final class FileFaults {
    /** What happens to the operation that is chosen. */
    public enum Fault {
        /** It fails, once. */
        FAILS,
        /** If it writes, half of it is written before it fails; else it just fails. */
        TEARS,
        /** It fails, and so does all that would take room after it, until there is room again. */
        FILLS
    }

    private static @Nullable Fault fault;
    private static int chosen;
    private static int count;
    private static @Nullable String hit;

    private FileFaults() {}

    /** From now on the operation with that number, from 1, meets the fault. With 0 none does: they are counted. */
    public static synchronized void arm(Fault kind, int number) {
        fault = kind;
        chosen = number;
        count = 0;
        hit = null;
    }

    /** From now on all is well. Returns how many operations there were since {@link #arm}. */
    public static synchronized int disarm() {
        fault = null;
        return count;
    }

    /** What operation was failed, for messages. */
    public static synchronized String hit() {
        return hit == null ? "none" : hit;
    }

    /** Called in place before each operation. */
    public static synchronized void before(String operation) throws IOException {
        if (fails(operation)) {
            throw new IOException("No space left on device");
        }
    }

    /** Called in place of a write. */
    public static synchronized void write(FileOutputStream out, byte[] bytes, int offset, int length)
            throws IOException {
        var torn = fault == Fault.TEARS;
        if (fails("FileOutputStream.write")) {
            if (torn) {
                out.write(bytes, offset, length / 2);
            }
            throw new IOException("No space left on device");
        }
        out.write(bytes, offset, length);
    }

    private static boolean fails(String operation) {
        if (fault == null) {
            return false;
        }
        count++;
        if (count == chosen) {
            hit = operation;
            return true;
        }
        return fault == Fault.FILLS && chosen > 0 && count > chosen && takesRoom(operation);
    }

    private static boolean takesRoom(String operation) {
        var name = operation.toLowerCase(Locale.ROOT);
        return name.contains("write") || name.contains("create") || name.contains("copy") || name.contains("setlength");
    }
}
