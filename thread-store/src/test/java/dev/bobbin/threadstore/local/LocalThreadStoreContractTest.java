package dev.bobbin.threadstore.local;

import static java.util.Objects.requireNonNull;

import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.TimeZone;
import org.junit.jupiter.api.io.TempDir;

class LocalThreadStoreContractTest extends ThreadStoreContract {
    @TempDir
    Path home;

    @Override
    protected ThreadStore open() {
        return new LocalThreadStore(new LocalStoreConfig(
                home, home, "provider", clock, TimeZone.getTimeZone("UTC"), () -> "test", Compressing.NOTHING));
    }

    @Override
    protected void changedAt(String threadId, Instant time) {
        var path =
                requireNonNull(store.readThread(new ReadThread(threadId, true)).rolloutPath());
        try {
            Files.setLastModifiedTime(path, FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
