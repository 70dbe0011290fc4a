package dev.bobbin.appserver.cli.threads;

import dev.bobbin.appserver.cli.home.Plain;
import dev.bobbin.threadstore.StoredThread;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Threads as lines that people read and {@code cut} can take apart: id, time, what it is, where. */
final class Table {
    private static final int NAME_WIDTH = 60;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Table() {}

    static void print(List<StoredThread> threads, ZoneId zone, PrintWriter out) {
        for (var thread : threads) {
            out.println(line(thread, zone));
        }
        out.flush();
    }

    static String line(StoredThread thread, ZoneId zone) {
        return "%s  %s  %-60s  %s"
                .formatted(
                        thread.threadId(),
                        time(thread.updatedAt(), zone),
                        Plain.line(called(thread), NAME_WIDTH),
                        Plain.line(thread.cwd()));
    }

    /** The name, or else what stands for it. */
    static String called(StoredThread thread) {
        if (thread.name() != null) {
            return thread.name();
        }
        return thread.preview().isBlank() ? "(nothing said yet)" : thread.preview();
    }

    static String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
