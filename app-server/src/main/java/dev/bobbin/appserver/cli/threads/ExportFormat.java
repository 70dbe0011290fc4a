package dev.bobbin.appserver.cli.threads;

import dev.bobbin.rollout.line.LineBuffer;
import dev.bobbin.threadstore.ReadHistory;
import dev.bobbin.threadstore.StoredThread;
import dev.bobbin.threadstore.ThreadStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;

/** What a thread can be exported as. */
enum ExportFormat {
    MARKDOWN(".md"),
    HTML(".html"),
    /** The rollout's readable lines, byte for byte. */
    JSONL(".jsonl");

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

    byte[] write(StoredThread thread, ThreadStore store, ZoneId zone) {
        return switch (this) {
            case MARKDOWN -> MarkdownPage.of(Document.read(store, thread, zone)).getBytes(StandardCharsets.UTF_8);
            case HTML -> HtmlPage.of(Document.read(store, thread, zone)).getBytes(StandardCharsets.UTF_8);
            case JSONL -> lines(thread, store);
        };
    }

    private static byte[] lines(StoredThread thread, ThreadStore store) {
        var out = new LineBuffer(64 << 10);
        store.readHistory(new ReadHistory(thread.threadId(), thread.rolloutPath(), true), line -> {
            line.writeTo(out);
            return true;
        });
        return out.toByteArray();
    }
}
