package dev.bobbin.appserver.account;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.config.PrivateFile;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The key that the user signed in with, in {@code auth.json} of the home. The file is read anew every time. */
public final class Credentials {
    private static final String KEY = "OPENAI_API_KEY";

    private final Path file;

    /** @param codexHome where {@code auth.json} is; need not exist */
    public Credentials(Path codexHome) {
        this.file = codexHome.resolve("auth.json");
    }

    /** The key; null if nobody signed in with one, or the file cannot be understood. */
    public @Nullable String apiKey() {
        try {
            var key = RawJson.of(Files.readAllBytes(file)).tree().path(KEY);
            return key.isTextual() && !key.textValue().isBlank() ? key.textValue() : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }

    /** Replaces whatever was signed in with by this key. On return, the file is on disk and only its owner's to read. */
    public void signIn(String apiKey) throws IOException {
        var content =
                JsonNodeFactory.instance.objectNode().put("auth_mode", "apikey").put(KEY, apiKey);
        PrivateFile.replace(file, content.toPrettyString().getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets who was signed in. */
    public void signOut() throws IOException {
        Files.deleteIfExists(file);
    }
}
