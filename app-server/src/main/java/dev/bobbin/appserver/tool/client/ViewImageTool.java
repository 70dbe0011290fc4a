package dev.bobbin.appserver.tool.client;

import dev.bobbin.appserver.context.ImageFile;
import dev.bobbin.appserver.context.ResponseItems;
import dev.bobbin.appserver.context.TurnSettings;
import dev.bobbin.appserver.tool.ItemNotes;
import dev.bobbin.appserver.tool.Tool;
import dev.bobbin.appserver.tool.ToolArguments;
import dev.bobbin.appserver.tool.ToolCall;
import dev.bobbin.appserver.tool.ToolContext;
import dev.bobbin.appserver.tool.ToolFailure;
import dev.bobbin.appserver.tool.ToolOutput;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.replay.BobbinRecords;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** {@code view_image}: lets the model look at an image file. */
public final class ViewImageTool implements Tool {
    private static final RawJson SPEC = RawJson.of("""
            {"type":"function","name":"view_image","strict":false,\
            "description":"Look at an image file: PNG, JPEG, GIF or WebP.",\
            "parameters":{"type":"object","properties":{"path":{"type":"string","description":"The file."}},\
            "required":["path"],"additionalProperties":false}}""");

    private final BiPredicate<TurnSettings, Path> isReadable;

    /** @param isReadable whether a turn's permissions let a file be read */
    public ViewImageTool(BiPredicate<TurnSettings, Path> isReadable) {
        this.isReadable = isReadable;
    }

    /** What the model says. */
    public record Arguments(String path, @Nullable String detail) {}

    @Override
    public String name() {
        return "view_image";
    }

    @Override
    public RawJson spec() {
        return SPEC;
    }

    @Override
    public boolean isParallel() {
        return true;
    }

    @Override
    public ToolOutput call(ToolCall call, ToolContext context) throws ToolFailure {
        var arguments = ToolArguments.read(call, Arguments.class);
        var detail = arguments.detail();
        if (detail != null && !detail.equals("high") && !detail.equals("original")) {
            throw new ToolFailure(
                    "view_image.detail only supports `high` or `original`; omit `detail` for default high "
                            + "resized behavior, got `" + detail + "`");
        }
        var file = context.settings().cwd().resolve(arguments.path()).normalize();
        if (!isReadable.test(context.settings(), file)) {
            throw new ToolFailure("unable to read image at `" + file + "`: the permission profile does not allow it");
        }
        if (!Files.exists(file)) {
            throw new ToolFailure("unable to locate image at `" + file + "`: No such file or directory (os error 2)");
        }
        if (!Files.isRegularFile(file)) {
            throw new ToolFailure("image path `" + file + "` is not a file");
        }
        String url;
        try {
            url = ImageFile.dataUrl(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new ToolFailure("unable to read image at `" + file + "`: " + e.getMessage());
        }
        if (url == null) {
            throw new ToolFailure("unable to process image at `" + file + "`: unsupported image `" + type(file) + "`");
        }
        var item = new ThreadItem.ImageView(call.callId(), file.toString());
        context.commit(
                List.of(BobbinRecords.item(context.turnId(), item)),
                List.of(ItemNotes.started(context, item), ItemNotes.completed(context, item)));
        return ToolOutput.parts(call, List.of(ResponseItems.inputImage(url, "high")), true);
    }

    private static String type(Path file) {
        var type = URLConnection.guessContentTypeFromName(file.toString());
        return type == null ? "unknown" : type;
    }
}
