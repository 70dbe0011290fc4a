package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.context.ResponseItems;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Images given as files: put into the message as data, or replaced by a sentence that says why not. */
final class LocalImages {
    private LocalImages() {}

    /**
     * What the model is sent for one.
     *
     * @param path as the user gave it, relative to the working directory
     * @param number counts the images of the message, from 1
     */
    static List<ObjectNode> parts(Path cwd, String path, int number, String detail) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(cwd.resolve(path));
        } catch (IOException e) {
            return List.of(ResponseItems.inputText(
                    "Codex could not read the local image at `" + path + "`: " + reason(cwd.resolve(path), e)));
        }
        var type = imageType(bytes);
        if (type == null) {
            return List.of(ResponseItems.inputText(
                    "Codex cannot attach image at `" + path + "`: unsupported image `" + otherType(path) + "`."));
        }
        var url = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        return List.of(
                ResponseItems.inputText("<image name=[Image #" + number + "]>"),
                ResponseItems.inputImage(url, detail),
                ResponseItems.inputText("</image>"));
    }

    private static String reason(Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "No such file or directory (os error 2)";
        }
        if (failure instanceof AccessDeniedException) {
            return "Permission denied (os error 13)";
        }
        return Files.isDirectory(file) ? "Is a directory (os error 21)" : String.valueOf(failure.getMessage());
    }

    /** The kinds of images that models take, told by their first bytes. */
    private static @Nullable String imageType(byte[] bytes) {
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

    private static String otherType(String path) {
        var type = URLConnection.guessContentTypeFromName(path);
        return type == null ? "unknown" : type;
    }
}
