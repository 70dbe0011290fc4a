package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.context.ImageFile;
import dev.bobbin.appserver.context.ResponseItems;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

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
        var url = ImageFile.dataUrl(bytes);
        if (url == null) {
            return List.of(ResponseItems.inputText(
                    "Codex cannot attach image at `" + path + "`: unsupported image `" + otherType(path) + "`."));
        }
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

    private static String otherType(String path) {
        var type = URLConnection.guessContentTypeFromName(path);
        return type == null ? "unknown" : type;
    }
}
