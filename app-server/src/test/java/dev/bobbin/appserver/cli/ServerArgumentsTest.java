package dev.bobbin.appserver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerArgumentsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-server",
                "app-server --listen stdio://",
                "app-server --listen=stdio://",
                "app-server --stdio",
                "app-server --analytics-default-enabled"
            })
    void formsWithoutOverrides(String line) {
        assertThat(read(line)).isEqualTo(new ServerArguments(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--config model=x app-server --listen stdio://",
                "--config=model=x app-server",
                "app-server -c model=x",
                "-c model=x app-server --stdio"
            })
    void overridesStandBeforeAndAfterTheCommand(String line) {
        assertThat(read(line)).isEqualTo(new ServerArguments(List.of("model=x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-s read-only -a untrusted -m x app-server --enable apps --disable=goals"})
    void shortOptionsAreOverrides(String line) {
        assertThat(read(line))
                .isEqualTo(new ServerArguments(List.of(
                        "sandbox_mode=\"read-only\"",
                        "approval_policy=\"untrusted\"",
                        "model=\"x\"",
                        "features.apps=true",
                        "features.goals=false")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "--version",
                "app-server --help",
                "app-server app-server",
                "app-server -c",
                "app-server -c model",
                "app-server --listen ws://127.0.0.1:1",
                "-c model=x"
            })
    void theRestIsLeftToTheCommandLine(String line) {
        assertThat(read(line)).isNull();
    }

    private static ServerArguments read(String line) {
        return ServerArguments.parse(line.isEmpty() ? new String[0] : line.split(" "));
    }
}
