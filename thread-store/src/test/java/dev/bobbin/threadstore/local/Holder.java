package dev.bobbin.threadstore.local;

import dev.bobbin.threadstore.LiveThread;
import dev.bobbin.threadstore.ResumeThread;
import dev.bobbin.threadstore.TestItems;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Another process that holds the first thread of a home until it is killed. */
final class Holder {
    private Holder() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        try (var store = Homes.open(Path.of(args[0]), Clock.systemUTC());
                var live = LiveThread.resume(
                        store, new ResumeThread(TestItems.id(1), null, false), Clock.systemUTC(), _ -> true);
                var out = new FileOutputStream(FileDescriptor.out)) {
            live.commit();
            out.write("holding\n".getBytes(StandardCharsets.UTF_8));
            Thread.currentThread().join();
        }
    }
}
