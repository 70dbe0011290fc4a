package dev.bobbin.appserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.appserver.listen.AdmissionOptions;
import dev.bobbin.appserver.listen.ListenAddress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CliTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final List<ServerArguments> served = new ArrayList<>();

    @Test
    void versionNamesTheProtocolFirst() {
        assertThat(run("--version")).isZero();

        assertThat(text(out)).startsWith("codex-cli 0.137.0 (bobbin ");
    }

    @Test
    void helpOfTheServerGoesToStdoutAndServesNobody() {
        assertThat(run("app-server", "--help")).isZero();

        assertThat(text(out)).contains("Usage: bobbin app-server", "--listen=<url>");
        assertThat(served).isEmpty();
    }

    @Test
    void optionsAroundTheCommandReachTheServer() {
        assertThat(run("-c", "a=1", "app-server", "-s", "read-only", "--stdio")).isZero();

        assertThat(served).containsExactly(new ServerArguments(List.of("a=1", "sandbox_mode=\"read-only\"")));
    }

    @Test
    void unknownTransportsAreRefused() {
        assertThat(run("app-server", "--listen", "http://127.0.0.1:1")).isEqualTo(2);

        assertThat(text(out)).isEmpty();
        assertThat(text(err))
                .contains("unsupported --listen URL `http://127.0.0.1:1`; expected `stdio://`, `unix://`,"
                        + " `unix://PATH`, `ws://IP:PORT`, or `off`");
    }

    @Test
    void whereAndToWhomToListenReachesTheServer() {
        assertThat(run(
                        "app-server",
                        "--listen",
                        "ws://127.0.0.1:0",
                        "--ws-auth",
                        "capability-token",
                        "--ws-token-sha256",
                        "ab"))
                .isZero();

        var listening = served.getFirst().listening();
        assertThat(listening.address()).isEqualTo(new ListenAddress.Tcp(new InetSocketAddress("127.0.0.1", 0)));
        assertThat(listening.admission().mode()).isEqualTo(AdmissionOptions.Mode.CAPABILITY_TOKEN);
        assertThat(listening.admission().tokenSha256()).isEqualTo("ab");
    }

    @Test
    void completionIsAScript() {
        assertThat(run("completion")).isZero();

        assertThat(text(out)).startsWith("#!/usr/bin/env bash").contains("app-server", "demo");
    }

    @Test
    void noCommandIsExplained() {
        assertThat(run()).isEqualTo(2);

        assertThat(text(err)).contains("Which command?", "app-server");
    }

    private int run(String... args) {
        return Cli.run(
                args,
                arguments -> {
                    served.add(arguments);
                    return 0;
                },
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
