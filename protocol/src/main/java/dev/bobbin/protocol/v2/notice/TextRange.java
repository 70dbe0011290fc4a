package dev.bobbin.protocol.v2.notice;

/** The part of a file between two places. */
public record TextRange(TextPosition start, TextPosition end) {}
