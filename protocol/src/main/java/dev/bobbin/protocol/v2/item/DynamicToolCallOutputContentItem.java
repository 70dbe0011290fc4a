package dev.bobbin.protocol.v2.item;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A part of what a client's own tool returned. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DynamicToolCallOutputContentItem.InputText.class, name = "inputText"),
    @JsonSubTypes.Type(value = DynamicToolCallOutputContentItem.InputImage.class, name = "inputImage"),
})
public sealed interface DynamicToolCallOutputContentItem {
    /** The {@code inputText} form. */
    record InputText(String text) implements DynamicToolCallOutputContentItem {}

    /** The {@code inputImage} form. */
    record InputImage(String imageUrl) implements DynamicToolCallOutputContentItem {}
}
