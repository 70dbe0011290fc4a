package dev.bobbin.appserver.cli.threads;

import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;

/** What a thread can be exported as. */
enum ExportFormat {
    MARKDOWN(".md"),
    HTML(".html"),
    /** The rollout's readable lines, byte for byte. */
    JSONL(".jsonl");

    private static final int PIECE = 64 << 10;

    private final String suffix;

    ExportFormat(String suffix) {
        this.suffix = suffix;
    }

    String suffix() {
        return suffix;
    }

    /** The format that a file's name says; Markdown if it says none. */
    static ExportFormat byName(Path file) {
        var name = String.valueOf(file.getFileName());
        for (var format : values()) {
            if (name.endsWith(format.suffix)) {
                return format;
            }
        }
        return name.endsWith(".htm") ? HTML : MARKDOWN;
    }

    /** Takes text in pieces, each of whole lines. */
    interface Sink {
        /** The first {@code length} bytes count, until the call returns. */
        void take(byte[] utf8, int length) throws IOException;
    }

    void write(StoredThread thread, ThreadStore store, ZoneId zone, Sink sink) throws IOException {
        switch (this) {
            case MARKDOWN -> whole(MarkdownPage.of(Document.read(store, thread, zone)), sink);
            case HTML -> whole(HtmlPage.of(Document.read(store, thread, zone)), sink);
            case JSONL -> lines(thread, store, sink);
        }
    }

    private static void whole(String page, Sink sink) throws IOException {
        var bytes = page.getBytes(StandardCharsets.UTF_8);
        sink.take(bytes, bytes.length);
    }

    private static void lines(StoredThread thread, ThreadStore store, Sink sink) throws IOException {
        var piece = new LineBuffer(2 * PIECE);
        try {
            store.readHistory(new ReadHistory(thread.threadId(), thread.rolloutPath(), true), line -> {
                line.writeTo(piece);
                if (piece.size() >= PIECE) {
                    take(piece, sink);
                }
                return true;
            });
            take(piece, sink);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void take(LineBuffer piece, Sink sink) {
        try {
            sink.take(piece.array(), piece.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        piece.reset(2 * PIECE);
    }
}
