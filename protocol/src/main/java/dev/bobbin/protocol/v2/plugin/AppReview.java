package dev.bobbin.protocol.v2.plugin;

/** How far an app got in the directory's review. */
public record AppReview(String status) {}
