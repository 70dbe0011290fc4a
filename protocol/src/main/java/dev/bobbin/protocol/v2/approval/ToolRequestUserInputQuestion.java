package dev.bobbin.protocol.v2.approval;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question that the model asks the user. */
public record ToolRequestUserInputQuestion(
        String id,
        String header,
        String question,
        @Defaulted boolean isOther,
        @Defaulted boolean isSecret,
        @Nullable List<ToolRequestUserInputOption> options) {}
