package dev.bobbin.appserver.context;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Images in the form that models take them. */
public final class ImageFile {
    private ImageFile() {}

    /** An image as a data URL; null if it is of a kind that models do not take. */
    public static @Nullable String dataUrl(byte[] bytes) {
        var type = type(bytes);
        return type == null
                ? null
                : "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    /** The kinds of images that models take, told by their first bytes. */
    private static @Nullable String type(byte[] bytes) {
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (startsWith(bytes, 0, 0xFF, 0xD8, 0xFF)) {
            return "image/jpeg";
        }
        if (startsWith(bytes, 0, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        return startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P')
                ? "image/webp"
                : null;
    }

    private static boolean startsWith(byte[] bytes, int offset, int... expected) {
        if (bytes.length < offset + expected.length) {
            return false;
        }
        for (var i = 0; i < expected.length; i++) {
            if ((bytes[offset + i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
