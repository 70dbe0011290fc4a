package dev.bobbin.protocol.v2.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer to {@code model/list}. */
public record ModelListResponse(List<Model> data, @Nullable String nextCursor) {}
