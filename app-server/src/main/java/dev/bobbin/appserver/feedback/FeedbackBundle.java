package dev.bobbin.appserver.feedback;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.config.PrivateFile;
import dev.bobbin.protocol.v2.feedback.FeedbackUploadParams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A folder below {@code feedback} of the home: {@code feedback.json} with what was said, and copies of the files that go with it. */
public final class FeedbackBundle {
    private static final Logger LOG = LoggerFactory.getLogger(FeedbackBundle.class);

    private FeedbackBundle() {}

    /**
     * Writes a bundle that only its user can read.
     *
     * @param files to copy; those that cannot be read are named in the bundle instead
     * @return the folder
     * @throws IOException if it cannot be written
     */
    public static Path write(
            Path home, FeedbackUploadParams params, @Nullable String threadId, List<Path> files, InstantSource clock)
            throws IOException {
        var folder = home.resolve("feedback").resolve(String.valueOf(clock.millis()));
        var said = JsonNodeFactory.instance.objectNode();
        said.put("createdAtMs", clock.millis());
        said.put("classification", params.classification());
        said.put("reason", params.reason());
        said.put("threadId", threadId);
        if (params.tags() != null) {
            var tags = said.putObject("tags");
            params.tags().forEach(tags::put);
        }
        var kept = said.putArray("files");
        var missing = said.putArray("missing");
        for (var file : files) {
            try {
                PrivateFile.replace(folder.resolve(kept.size() + "-" + file.getFileName()), Files.readAllBytes(file));
                kept.add(file.toString());
            } catch (IOException e) {
                missing.add(file.toString());
            }
        }
        PrivateFile.replace(
                folder.resolve("feedback.json"), said.toPrettyString().getBytes(StandardCharsets.UTF_8));
        return folder;
    }

    /** Tells people where it is. */
    public static void log(Path bundle) {
        LOG.info("feedback is kept in {}; nothing was sent", bundle);
    }
}
