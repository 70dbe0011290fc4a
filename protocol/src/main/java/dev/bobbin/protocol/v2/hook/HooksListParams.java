package dev.bobbin.protocol.v2.hook;

import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;

/** Parameters of {@code hooks/list}. */
public record HooksListParams(@Defaulted List<String> cwds) {}
