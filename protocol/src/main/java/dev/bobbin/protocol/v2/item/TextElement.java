package dev.bobbin.protocol.v2.item;

import org.jspecify.annotations.Nullable;

/** A part of the user's text that stands for something else, such as a mention. */
public record TextElement(ByteRange byteRange, @Nullable String placeholder) {}
