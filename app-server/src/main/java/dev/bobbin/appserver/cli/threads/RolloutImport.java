package dev.bobbin.appserver.cli.threads;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.appserver.cli.home.Refusal;
import dev.bobbin.rollout.file.HeadScan;
import dev.bobbin.rollout.file.RolloutName;
import dev.bobbin.rollout.file.RolloutPaths;
import dev.bobbin.rollout.file.RolloutReader;
import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.rollout.line.LineKind;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.RolloutTime;
import dev.bobbin.rollout.line.SessionMeta;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rollout from elsewhere, as it will be stored: every readable line byte for byte, but for the working folder if that is
 * to be another.
 */
final class RolloutImport {
    /** Where working folders are told in a session_meta or turn_context. */
    private static final Set<String> FOLDER_KEYS = Set.of("cwd", "workspace_roots", "writable_roots");

    private final Path source;
    private final SessionMeta meta;
    private final @Nullable String newCwd;
    private final LineBuffer content = new LineBuffer(64 << 10);
    private Instant lastWritten = Instant.EPOCH;
    private long broken;

    private RolloutImport(Path source, SessionMeta meta, @Nullable String newCwd) {
        this.source = source;
        this.meta = meta;
        this.newCwd = newCwd;
    }

    /**
     * Reads a file, plain or compressed.
     *
     * @param newCwd takes the place of the thread's working folder, and of what lies in it; null to leave it
     * @throws Refusal if it is no rollout
     */
    static RolloutImport read(Path source, @Nullable String newCwd) throws IOException {
        var meta = HeadScan.readMeta(source);
        if (meta == null || !isId(meta.id())) {
            throw new Refusal(source + " is no thread: it does not begin with session metadata");
        }
        var rollout = new RolloutImport(source, meta, newCwd);
        rollout.broken = RolloutReader.read(source, rollout::take).broken();
        return rollout;
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void take(RawLine line) {
        var time = line.timestamp();
        if (time != null) {
            lastWritten = time;
        }
        var mayName = line.kind() == LineKind.SESSION_META || line.kind() == LineKind.TURN_CONTEXT;
        if (newCwd == null || time == null || !mayName) {
            line.writeTo(content);
            return;
        }
        var payload = line.payload().tree();
        if (payload instanceof ObjectNode fields) {
            remap(fields, newCwd);
        }
        var bytes = RawJson.of(payload).bytes();
        content.ascii("{\"timestamp\":\"")
                .ascii(RolloutTime.format(time))
                .ascii("\",\"type\":")
                .ascii(JsonStrings.quote(line.type()).toString())
                .ascii(",\"payload\":")
                .raw(bytes, 0, bytes.length)
                .ascii("}\n");
    }

    private void remap(JsonNode node, String folder) {
        if (node instanceof ObjectNode fields) {
            for (var field : fields.properties()) {
                if (FOLDER_KEYS.contains(field.getKey())) {
                    field.setValue(moved(field.getValue(), folder));
                } else {
                    remap(field.getValue(), folder);
                }
            }
        } else if (node instanceof ArrayNode elements) {
            elements.forEach(element -> remap(element, folder));
        }
    }

    private JsonNode moved(JsonNode node, String folder) {
        if (node instanceof ArrayNode elements) {
            for (var i = 0; i < elements.size(); i++) {
                elements.set(i, moved(elements.get(i), folder));
            }
            return elements;
        }
        var old = meta.cwd();
        var text = node.textValue();
        if (text != null && text.equals(old)) {
            return TextNode.valueOf(folder);
        }
        return text != null && text.startsWith(old + "/")
                ? TextNode.valueOf(folder + text.substring(old.length()))
                : node;
    }

    String threadId() {
        return meta.id().toLowerCase(Locale.ROOT);
    }

    /** How many lines were left out because they are no records. */
    long broken() {
        return broken;
    }

    byte[] content() {
        return content.toByteArray();
    }

    /** When the thread last changed. */
    Instant lastWritten() {
        return lastWritten;
    }

    /** Where in the home the thread will lie. */
    Path target(Path codexHome, ZoneId zone) {
        var name = RolloutName.parse(String.valueOf(source.getFileName()));
        if (name != null && name.threadId().equals(threadId())) {
            return target(codexHome, name.time());
        }
        var created = RolloutTime.parse(meta.timestamp());
        return target(codexHome, LocalDateTime.ofInstant(created == null ? lastWritten : created, zone));
    }

    private Path target(Path codexHome, LocalDateTime time) {
        return RolloutPaths.folderOf(codexHome, time).resolve(new RolloutName(time, threadId(), false).fileName());
    }
}
