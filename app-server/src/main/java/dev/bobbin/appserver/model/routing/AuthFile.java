package dev.bobbin.appserver.model.routing;

import dev.bobbin.appserver.model.provider.ProviderKeys;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key in {@code auth.json}, else in {@code OPENAI_API_KEY}. Read anew for every call: logging in takes effect at once. */
final class AuthFile implements ProviderKeys {
    private final Path file;
    private final Map<String, String> env;

    AuthFile(Path codexHome, Map<String, String> env) {
        this.file = codexHome.resolve("auth.json");
        this.env = env;
    }

    @Override
    public @Nullable String openaiKey() {
        var stored = stored();
        var key = stored == null ? env.get("OPENAI_API_KEY") : stored;
        return key == null || key.isBlank() ? null : key.strip();
    }

    private @Nullable String stored() {
        try {
            var key = RawJson.of(Files.readAllBytes(file)).tree().path("OPENAI_API_KEY");
            return key.isTextual() && !key.textValue().isBlank() ? key.textValue() : null;
        } catch (IOException | UncheckedIOException e) {
            return null;
        }
    }
}
