package dev.bobbin.protocol.v2.search;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.bobbin.protocol.wire.WireInt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file whose path matches a query, with its score and the positions that matched. */
public record FuzzyFileSearchResult(
        String root,
        String path,
        @JsonProperty("match_type") FuzzyFileSearchMatchType matchType,
        @JsonProperty("file_name") String fileName,
        @WireInt("u32") long score,
        @WireInt("u32") @Nullable List<Long> indices) {}
