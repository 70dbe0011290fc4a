package dev.bobbin.appserver.turn;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.context.SkillCatalog;
import dev.bobbin.appserver.id.RandomIds;
import dev.bobbin.protocol.v2.item.ImageDetail;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.RolloutItem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the user said, in its three forms: for the model, for the history, and for clients. */
final class UserMessage {
    private static final Logger LOG = LoggerFactory.getLogger(UserMessage.class);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<UserInput> input;
    private final @Nullable String clientId;
    private final Path cwd;

    UserMessage(List<UserInput> input, @Nullable String clientId, Path cwd) {
        this.input = input;
        this.clientId = clientId;
        this.cwd = cwd;
    }

    /** Adds it to the conversation, and to what is to be stored and shown. An empty message adds nothing. */
    void add(TurnScope turn, List<RolloutItem> lines, List<EncodedNotification> notes) {
        if (input.isEmpty()) {
            return;
        }
        var said = ResponseItems.message("user", modelParts());
        turn.context().append(said);
        lines.add(new ResponseItem(said));
        lines.add(event());
        for (var skill : skills(turn.settings().config())) {
            turn.context().append(skill);
            lines.add(new ResponseItem(skill));
        }
        var item = new ThreadItem.UserMessage(RandomIds.uuidV4(), clientId, input);
        notes.add(turn.started(item));
        notes.add(turn.completed(item));
    }

    private List<ObjectNode> modelParts() {
        var parts = new ArrayList<ObjectNode>(input.size());
        var images = 0;
        for (var piece : input) {
            if (piece instanceof UserInput.Text text) {
                parts.add(ResponseItems.inputText(text.text()));
            } else if (piece instanceof UserInput.Image image) {
                images++;
                parts.add(ResponseItems.inputImage(image.url(), detail(image.detail())));
            } else if (piece instanceof UserInput.LocalImage image) {
                images++;
                parts.addAll(LocalImages.parts(cwd, image.path(), images, detail(image.detail())));
            } else if (!(piece instanceof UserInput.Skill || piece instanceof UserInput.Mention)) {
                throw new IllegalArgumentException("not an input: " + piece.getClass());
            }
        }
        return parts;
    }

    private static String detail(@Nullable ImageDetail detail) {
        return detail == null ? "high" : detail.wireName();
    }

    private RolloutEvent.UserMessage event() {
        var text = new StringBuilder();
        var images = new ArrayList<String>();
        var localImages = new ArrayList<String>();
        var imageDetails = NODES.arrayNode();
        var localImageDetails = NODES.arrayNode();
        var elements = NODES.arrayNode();
        var bytesBefore = 0;
        for (var piece : input) {
            if (piece instanceof UserInput.Text part) {
                var utf8 = part.text().getBytes(StandardCharsets.UTF_8);
                addElements(part, utf8, bytesBefore, elements);
                bytesBefore += utf8.length;
                text.append(part.text());
            } else if (piece instanceof UserInput.Image image) {
                images.add(image.url());
                imageDetails.add(image.detail() == null ? null : image.detail().wireName());
            } else if (piece instanceof UserInput.LocalImage image) {
                localImages.add(image.path());
                localImageDetails.add(
                        image.detail() == null ? null : image.detail().wireName());
            }
        }
        return new RolloutEvent.UserMessage(
                clientId,
                text.toString(),
                images,
                given(imageDetails),
                localImages,
                given(localImageDetails),
                RawJson.of(elements));
    }

    private static @Nullable RawJson given(ArrayNode details) {
        for (var detail : details) {
            if (!detail.isNull()) {
                return RawJson.of(details);
            }
        }
        return null;
    }

    /** Moves the ranges of one piece of text to where they lie in all of it. */
    private static void addElements(UserInput.Text part, byte[] utf8, int bytesBefore, ArrayNode elements) {
        for (var element : part.textElements()) {
            var start = element.byteRange().start();
            var end = element.byteRange().end();
            var shown = elements.addObject();
            shown.putObject("byte_range").put("start", bytesBefore + start).put("end", bytesBefore + end);
            var placeholder = element.placeholder();
            if (placeholder == null && start >= 0 && start <= end && end <= utf8.length) {
                placeholder = new String(utf8, (int) start, (int) (end - start), StandardCharsets.UTF_8);
            }
            shown.put("placeholder", placeholder);
        }
    }

    /** The skills that the user chose or named as {@code $name}, each once. */
    private List<RawJson> skills(Config config) {
        var files = new LinkedHashMap<Path, String>();
        for (var piece : input) {
            if (piece instanceof UserInput.Skill skill) {
                files.put(Path.of(skill.path()), skill.name());
            } else if (piece instanceof UserInput.Text text) {
                addNamed(text.text(), config, files);
            }
        }
        var items = new ArrayList<RawJson>(files.size());
        files.forEach((file, name) -> {
            var content = read(file);
            if (content != null) {
                items.add(ResponseItems.userText(
                        "<skill>\n<name>" + name + "</name>\n<path>" + file + "</path>\n" + content + "\n</skill>"));
            }
        });
        return items;
    }

    private void addNamed(String text, Config config, Map<Path, String> files) {
        if (text.indexOf('$') < 0) {
            return;
        }
        for (var skill : SkillCatalog.usable(config, cwd)) {
            if (names(text, "$" + skill.name())) {
                files.putIfAbsent(skill.file(), skill.name());
            }
        }
    }

    /** Whether the mention stands in the text as a whole word. */
    private static boolean names(String text, String mention) {
        for (var at = text.indexOf(mention); at >= 0; at = text.indexOf(mention, at + 1)) {
            var end = at + mention.length();
            if (end == text.length() || !isNamePart(text.charAt(end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private static @Nullable String read(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : null;
        } catch (IOException e) {
            LOG.warn("cannot read skill {}: {}", file, e.toString());
            return null;
        }
    }
}
