package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.cli.home.Surroundings;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.files.SystemErrors;
import dev.bobbin.appserver.listen.ControlSocket;
import dev.bobbin.appserver.transport.StdioProxy;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bobbin app-server proxy}: a client's stdin and stdout, connected to a server that runs already. */
@Command(
        name = "proxy",
        description = "Carry bytes between stdin and stdout and the control socket of a running server"
                + " (bobbin app-server --listen unix://). What they say is the websocket protocol.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ProxyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOptions options;

    @Option(
            names = "--sock",
            paramLabel = "<path>",
            description = "The socket to connect to. Default: the control socket in $$CODEX_HOME, else ~/.codex.")
    private @Nullable Path socket;

    ProxyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        var path = socket != null
                ? socket.toAbsolutePath()
                : ControlSocket.defaultPath(ConfigLoader.codexHome(surroundings.environment()));
        try {
            StdioProxy.connect(path).run();
            return 0;
        } catch (IOException e) {
            var err = spec.commandLine().getErr();
            err.println("Error: failed to connect to socket at " + path);
            err.println();
            err.println("Caused by:");
            err.println("    " + reason(e, path));
            return 1;
        }
    }

    /** Java does not say why there is nothing to connect to. */
    private static String reason(IOException failure, Path path) {
        if (failure instanceof SocketException && !Files.exists(path)) {
            return SystemErrors.text(new NoSuchFileException(path.toString()), path);
        }
        return String.valueOf(failure.getMessage());
    }
}
