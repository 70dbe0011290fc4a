package dev.bobbin.tests.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bobbin.tests.harness.PeerServer;
import dev.bobbin.tests.harness.ServerSetup;
import dev.bobbin.tests.harness.TestAppServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One home, by turns in the hands of Bobbin and the peer: both show the same, and each goes on where the other was. */
@Tag("process")
class SharedHomeTest {
    /** The database keeps the times of threads changed in one moment apart, so that they may differ from the files'. */
    private static final long CLOSE_SECONDS = 1;

    @TempDir
    Path folder;

    private interface Starter {
        ServerSetup on(Path folder);
    }

    private static final Starter BOBBIN = TestAppServer::in;
    private static final Starter PEER = folder -> TestAppServer.in(folder).process(PeerServer.command());

    @Test
    void whatThePeerMadeOpensInBobbinAndGoesBack() throws Exception {
        passOn(PEER, BOBBIN);
    }

    @Test
    void whatBobbinMadeOpensInThePeerAndComesBack() throws Exception {
        passOn(BOBBIN, PEER);
    }

    private void passOn(Starter maker, Starter other) throws Exception {
        try (var server = maker.on(folder).start()) {
            new FilledHome(server).fill();
            server.end();
        }
        FilledHome.compressSome(folder.resolve("home"));
        assertBothShowTheSame("as made");
        try (var server = other.on(folder).start()) {
            new FilledHome(server).goOn("in other hands");
            server.end();
        }
        assertBothShowTheSame("after other hands");
        try (var server = maker.on(folder).start()) {
            new FilledHome(server).goOn("back again");
            server.end();
        }
        assertBothShowTheSame("back again");
    }

    /** Each server looks at the home as it was, undisturbed by what the other wrote while looking. */
    private void assertBothShowTheSame(String when) throws IOException, InterruptedException {
        var saved = folder.resolve("saved");
        copy(folder.resolve("home"), saved);
        var byPeer = view(PEER);
        restore(saved);
        var byBobbin = view(BOBBIN);
        restore(saved);
        delete(saved);
        assertThat(byBobbin.shown().keySet()).as(when).isEqualTo(byPeer.shown().keySet());
        byPeer.shown()
                .forEach((what, shown) -> assertThat(
                                byBobbin.shown().getOrDefault(what, "").lines())
                        .as(when + ": " + what)
                        .containsExactlyElementsOf(shown.lines().toList()));
        byPeer.updated()
                .forEach((what, time) -> assertThat(byBobbin.updated().get(what))
                        .as(when + ", time of: " + what)
                        .isCloseTo(time, within(CLOSE_SECONDS)));
    }

    private SharedView view(Starter starter) throws IOException, InterruptedException {
        try (var server = starter.on(folder).start()) {
            var view = SharedView.of(server);
            server.end();
            return view;
        }
    }

    private void restore(Path saved) throws IOException {
        delete(folder.resolve("home"));
        copy(saved, folder.resolve("home"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        to.resolve(from.relativize(file)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }
}
