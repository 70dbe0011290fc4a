package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a web search did. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WebSearchAction.Search.class, name = "search"),
    @JsonSubTypes.Type(value = WebSearchAction.OpenPage.class, name = "openPage"),
    @JsonSubTypes.Type(value = WebSearchAction.FindInPage.class, name = "findInPage"),
    @JsonSubTypes.Type(value = WebSearchAction.Other.class, name = "other"),
})
public sealed interface WebSearchAction {
    /** The {@code search} form. */
    record Search(@Nullable String query, @Nullable List<String> queries) implements WebSearchAction {}

    /** The {@code openPage} form. */
    record OpenPage(@Nullable String url) implements WebSearchAction {}

    /** The {@code findInPage} form. */
    record FindInPage(@Nullable String url, @Nullable String pattern) implements WebSearchAction {}

    /** The {@code other} form. */
    record Other() implements WebSearchAction {}
}
