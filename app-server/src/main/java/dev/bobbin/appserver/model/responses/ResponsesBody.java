package dev.bobbin.appserver.model.responses;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.ModelSettings;
import dev.bobbin.protocol.wire.WireEnum;
import dev.bobbin.rollout.line.RawJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request, as parts: the items themselves are not copied. */
final class ResponsesBody {
    private static final byte[] COMMA = {','};

    private final List<byte[]> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder(512);

    private ResponsesBody() {}

    static List<byte[]> of(ModelRequest request) {
        var body = new ResponsesBody();
        body.write(request);
        body.flush();
        return body.parts;
    }

    private void write(ModelRequest request) {
        var settings = request.settings();
        text.append("{\"model\":");
        string(request.model());
        if (!request.instructions().isEmpty()) {
            text.append(",\"instructions\":");
            string(request.instructions());
        }
        array(",\"input\":[", request.input());
        array("],\"tools\":[", request.tools());
        text.append("],\"tool_choice\":\"auto\",\"parallel_tool_calls\":").append(settings.parallelToolCalls());
        reasoning(settings.reasoning());
        if (settings.serviceTier() != null) {
            text.append(",\"service_tier\":");
            string(settings.serviceTier());
        }
        text.append(",\"prompt_cache_key\":");
        string(request.promptCacheKey());
        text(settings, request.outputSchema());
        metadata(request);
        text.append('}');
    }

    private void reasoning(ModelSettings.@Nullable Reasoning reasoning) {
        if (reasoning == null) {
            text.append(",\"reasoning\":null,\"store\":false,\"stream\":true,\"include\":[]");
            return;
        }
        text.append(",\"reasoning\":{");
        var before = text.length();
        word("effort", reasoning.effort(), before);
        word("summary", reasoning.summary(), before);
        text.append("},\"store\":false,\"stream\":true,\"include\":[\"reasoning.encrypted_content\"]");
    }

    private void word(String name, @Nullable WireEnum value, int begin) {
        if (value != null) {
            text.append(text.length() == begin ? "\"" : ",\"").append(name).append("\":\"");
            text.append(value.wireName()).append('"');
        }
    }

    private void text(ModelSettings settings, @Nullable RawJson schema) {
        if (settings.verbosity() == null && schema == null) {
            return;
        }
        text.append(",\"text\":{");
        word("verbosity", settings.verbosity(), text.length());
        if (schema != null) {
            text.append(settings.verbosity() == null ? "" : ",");
            text.append("\"format\":{\"type\":\"json_schema\",\"strict\":true,\"schema\":");
            raw(schema);
            text.append(",\"name\":\"codex_output_schema\"}");
        }
        text.append('}');
    }

    private void metadata(ModelRequest request) {
        if (request.metadata().isEmpty()) {
            return;
        }
        var separator = ",\"client_metadata\":{";
        for (var entry : request.metadata().entrySet()) {
            text.append(separator);
            string(entry.getKey());
            text.append(':');
            string(entry.getValue());
            separator = ",";
        }
        text.append('}');
    }

    private void array(String open, List<RawJson> elements) {
        text.append(open);
        for (var i = 0; i < elements.size(); i++) {
            if (i > 0) {
                flush();
                parts.add(COMMA);
            }
            raw(elements.get(i));
        }
    }

    private void raw(RawJson json) {
        flush();
        parts.add(json.bytes());
    }

    private void string(String value) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }

    private void flush() {
        if (!text.isEmpty()) {
            parts.add(text.toString().getBytes(StandardCharsets.UTF_8));
            text.setLength(0);
        }
    }
}
