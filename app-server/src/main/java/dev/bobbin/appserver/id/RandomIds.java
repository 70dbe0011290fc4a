package dev.bobbin.appserver.id;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Ids that nobody can guess. Their bits come from the operating system, where {@link SecureRandom} would fetch them too,
 * but not before it has looked through the security providers: a client would wait for that with its first thread. Safe
 * for many threads.
 */
public final class RandomIds {
    private static final String DEVICE = "/dev/urandom";
    private static final long VERSION = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private RandomIds() {}

    /** A random UUID (version 4) in lower case. */
    public static String uuidV4() {
        var bits = bits(2 * Long.BYTES);
        return new UUID(bits.getLong() & ~0xf000L | VERSION, bits.getLong() >>> 2 | VARIANT).toString();
    }

    /** As many random bytes. */
    static ByteBuffer bits(int bytes) {
        try (var device = new FileInputStream(DEVICE)) {
            var read = device.readNBytes(bytes);
            if (read.length == bytes) {
                return ByteBuffer.wrap(read);
            }
        } catch (IOException e) {
            // Not every system has the device.
            return fromJdk(bytes);
        }
        return fromJdk(bytes);
    }

    private static ByteBuffer fromJdk(int bytes) {
        var read = new byte[bytes];
        new SecureRandom().nextBytes(read);
        return ByteBuffer.wrap(read);
    }
}
