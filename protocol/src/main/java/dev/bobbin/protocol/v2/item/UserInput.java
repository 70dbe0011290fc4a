package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One piece of what the user sent. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = UserInput.Text.class, name = "text"),
    @JsonSubTypes.Type(value = UserInput.Image.class, name = "image"),
    @JsonSubTypes.Type(value = UserInput.LocalImage.class, name = "localImage"),
    @JsonSubTypes.Type(value = UserInput.Skill.class, name = "skill"),
    @JsonSubTypes.Type(value = UserInput.Mention.class, name = "mention"),
})
public sealed interface UserInput {
    /** Text; the elements are the parts of it that stand for something else. */
    record Text(
            String text,
            @JsonProperty("text_elements") @Defaulted List<TextElement> textElements) implements UserInput {}

    /** An image by its URL, which may hold the data itself. */
    record Image(@Nullable ImageDetail detail, String url) implements UserInput {}

    /** An image file. */
    record LocalImage(@Nullable ImageDetail detail, String path) implements UserInput {}

    /** A skill to use, by the path of its file. */
    record Skill(String name, String path) implements UserInput {}

    /** Something that the user pointed at, by its path. */
    record Mention(String name, String path) implements UserInput {}
}
