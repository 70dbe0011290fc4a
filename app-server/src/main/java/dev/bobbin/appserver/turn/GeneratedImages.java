package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Images that a model made, kept as files of the home. */
final class GeneratedImages {
    private static final Logger LOG = LoggerFactory.getLogger(GeneratedImages.class);

    private GeneratedImages() {}

    /** Writes one; null if it could not be written. */
    static @Nullable String save(Path home, String threadId, JsonNode item) {
        var file = home.resolve("generated_images")
                .resolve(threadId)
                .resolve(fileName(item.path("id").asText()));
        try {
            var bytes = Base64.getDecoder().decode(item.path("result").asText());
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return file.toString();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("cannot save image {}: {}", file, e.toString());
            return null;
        }
    }

    /** Tells the model where it lies. */
    static String notice(String savedPath) {
        return "The generated image was saved as " + savedPath
                + ". Leave it there unless the user asks you to delete it; copy it where else it is needed.";
    }

    /** The id comes from outside and must not lead out of the folder. */
    private static String fileName(String id) {
        var name = new StringBuilder(id.length() + 4);
        for (var i = 0; i < id.length(); i++) {
            var c = id.charAt(i);
            name.append(Character.isLetterOrDigit(c) || c == '-' || c == '_' ? c : '_');
        }
        return name.append(".png").toString();
    }
}
