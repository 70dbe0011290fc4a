package dev.bobbin.appserver;

import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.connection.Connection;
import dev.bobbin.appserver.connection.EncodedNotification;
import dev.bobbin.appserver.connection.Handshake;
import dev.bobbin.appserver.connection.OutboxPolicy;
import dev.bobbin.appserver.connection.ServerRequests;
import dev.bobbin.appserver.dispatch.Dispatcher;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.handlers.AbsenceHandlers;
import dev.bobbin.appserver.handlers.AccountHandlers;
import dev.bobbin.appserver.handlers.CatalogHandlers;
import dev.bobbin.appserver.handlers.CommandHandlers;
import dev.bobbin.appserver.handlers.ConfigHandlers;
import dev.bobbin.appserver.handlers.ExtensionHandlers;
import dev.bobbin.appserver.handlers.FeatureHandlers;
import dev.bobbin.appserver.handlers.FeedbackHandlers;
import dev.bobbin.appserver.handlers.FileHandlers;
import dev.bobbin.appserver.handlers.McpHandlers;
import dev.bobbin.appserver.handlers.MockHandlers;
import dev.bobbin.appserver.handlers.ModelHandlers;
import dev.bobbin.appserver.handlers.ProcessHandlers;
import dev.bobbin.appserver.handlers.SearchHandlers;
import dev.bobbin.appserver.handlers.SkillHandlers;
import dev.bobbin.appserver.handlers.TerminalHandlers;
import dev.bobbin.appserver.handlers.ThreadHandlers;
import dev.bobbin.appserver.handlers.TurnHandlers;
import dev.bobbin.appserver.telemetry.Observers;
import dev.bobbin.appserver.transport.Transport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server: the parts, put together. Nothing is made before it is needed, so that the first answer is out early; what
 * the requests after it will need is made in the background meanwhile.
 */
public final class AppServer implements AutoCloseable {
    /** How long requests that were received before the input's end may take to be answered. */
    private static final Duration LAST_REQUESTS = Duration.ofMillis(300);

    /** What later requests need is made when the client has asked for nothing for this long: who asks gets the processor. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    /** However much is asked, it is made then. */
    private static final int MOST_PAUSES = 100;

    /** How long the client may take to read what is left for it. */
    private static final Duration LAST_WORDS = Duration.ofMillis(300);

    private final Map<String, String> environment;
    private final ConfigLoader config;
    private final Handshake handshake;
    private final ServerRequests serverRequests = new ServerRequests();
    private final Observers observers = new Observers();
    private final Object assembling = new Object();

    // Guarded by assembling.
    private @Nullable RequestRouter router;

    // Guarded by assembling.
    private @Nullable ServerParts parts;

    private final AtomicBoolean warmed = new AtomicBoolean();
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    /**
     * A server on the home that {@code environment} names.
     *
     * @param overrides settings that win over {@code config.toml}, as {@code dotted.key=value}
     */
    public AppServer(List<String> overrides, Map<String, String> environment) {
        var home = ConfigLoader.codexHome(environment);
        this.environment = environment;
        this.config = new ConfigLoader(home, null, overrides, environment);
        this.handshake = new Handshake(home, advertisedVersion(home, overrides), environment);
    }

    /** The configuration is read here only if it seems to say something of the version: reading it takes long. */
    private String advertisedVersion(Path home, List<String> overrides) {
        var key = "compat_version";
        try {
            var file = home.resolve("config.toml");
            if (overrides.stream().anyMatch(override -> override.startsWith(key))
                    || (Files.exists(file)
                            && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(key))) {
                return config.load(null).compatVersion();
            }
        } catch (IOException | ConfigException e) {
            return Config.DEFAULT_COMPAT_VERSION;
        }
        return Config.DEFAULT_COMPAT_VERSION;
    }

    /** Serves one client on the calling thread until its input ends, answers what it asked before, and disconnects. */
    public void serve(Transport transport) throws InterruptedException {
        serve(transport, () -> {});
    }

    /** As {@link #serve(Transport)}; {@code onEndOfInput} runs when the input has ended, before all that follows. */
    void serve(Transport transport, Runnable onEndOfInput) throws InterruptedException {
        try (var connection = Connection.open(transport, handshake, serverRequests, OutboxPolicy.ONLY_CLIENT)) {
            Thread.ofPlatform().name("assembly").daemon().start(this::router);
            attend(connection);
            onEndOfInput.run();
            finishRequests();
            close();
            connection.finish(LAST_WORDS);
        }
    }

    /** Serves one of many clients on the calling thread until it leaves. The threads that it used go on. */
    public void serveOneOfMany(Transport transport) throws InterruptedException {
        try (var connection = Connection.open(transport, handshake, serverRequests, OutboxPolicy.ONE_OF_MANY)) {
            attend(connection);
        }
    }

    private void attend(Connection connection) throws InterruptedException {
        connections.add(connection);
        connection.onClose(() -> disconnected(connection));
        new Dispatcher(connection, this::router, this::warmUpInBackground).serve();
    }

    /** Waits until no turn runs. Clients are served meanwhile, and turns that they begin are waited for too. */
    public void awaitTurns() throws InterruptedException {
        var made = parts();
        if (made != null) {
            made.threads().awaitTurns();
        }
    }

    /** Disconnects all clients; what waits for them is sent before, if they read it soon. */
    public void disconnectAll() throws InterruptedException {
        var farewells = connections.stream()
                .map(connection -> Thread.ofVirtual().start(() -> finish(connection)))
                .toList();
        for (var farewell : farewells) {
            farewell.join();
        }
    }

    private static void finish(Connection connection) {
        try {
            connection.finish(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The home that is served. */
    public Path codexHome() {
        return config.codexHome();
    }

    private void finishRequests() throws InterruptedException {
        RequestRouter made;
        synchronized (assembling) {
            made = router;
        }
        if (made != null && !made.awaitIdle(LAST_REQUESTS)) {
            Log.LOG.warn("the input ended with requests unanswered");
        }
    }

    private RequestRouter router() {
        synchronized (assembling) {
            if (router == null) {
                router = assemble();
            }
            return router;
        }
    }

    /** The dispatcher and what it dispatches to are made side by side: each takes half of the time to the first request. */
    private RequestRouter assemble() {
        // Two threads that ask for their first loggers at once get stand-ins, whose class the AOT cache may lack.
        LoggerFactory.getILoggerFactory();
        var making = new FutureTask<>(
                () -> new ServerParts(config, environment, this::tellEveryone, this::clientName, observers));
        Thread.ofPlatform().name("parts").daemon().start(making);
        var assembled = new RequestRouter(observers);
        var made = result(making);
        parts = made;
        MockHandlers.register(assembled);
        FileHandlers.register(assembled);
        ThreadHandlers.register(assembled, made.threads());
        TurnHandlers.register(assembled, made.threads());
        registerSurroundings(assembled, made);
        registerToolServers(assembled, made);
        TerminalHandlers.register(assembled, made.threads(), made.tools());
        return assembled;
    }

    private static ServerParts result(FutureTask<ServerParts> making) {
        try {
            return making.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server was put together", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the server could not be put together", e.getCause());
        }
    }

    /** What is loaded when a client asks for it, if ever. */
    private void registerSurroundings(RequestRouter assembled, ServerParts made) {
        Consumer<RequestRouter> account = router -> AccountHandlers.register(router, config, this::tellEveryone);
        assembled.onResource("account", account);
        assembled.onResource("getAuthStatus", account);
        assembled.onResource("command", router -> CommandHandlers.register(router, config, environment));
        assembled.onResource("process", router -> ProcessHandlers.register(router, environment));
        assembled.onResource("experimentalFeature", router -> FeatureHandlers.register(router, config));
        assembled.onResource("permissionProfile", router -> CatalogHandlers.registerProfiles(router, config));
        assembled.onResource("collaborationMode", router -> CatalogHandlers.registerModes(router));
        assembled.onResource("skills", router -> SkillHandlers.register(router, config, this::tellEveryone));
        assembled.onResource("hooks", router -> ExtensionHandlers.registerHooks(router, config));
        assembled.onResource("fuzzyFileSearch", router -> SearchHandlers.register(router, environment));
        assembled.onResource("gitDiffToRemote", router -> CatalogHandlers.registerDiff(router));
        assembled.onResource("model", router -> ModelHandlers.registerList(router, config, made.models()));
        assembled.onResource(
                "modelProvider", router -> ModelHandlers.registerCapabilities(router, config, made.models()));
        assembled.onResource(
                "feedback", router -> FeedbackHandlers.register(router, config.codexHome(), made::rolloutOf));
        assembled.onResource("plugin", AbsenceHandlers::registerPlugins);
        assembled.onResource("app", AbsenceHandlers::registerApps);
        assembled.onResource("externalAgentConfig", AbsenceHandlers::registerExternalAgents);
        assembled.onResource("windowsSandbox", AbsenceHandlers::registerWindows);
        assembled.onResource("configRequirements", router -> ConfigHandlers.registerRequirements(router, config));
    }

    private void registerToolServers(RequestRouter assembled, ServerParts made) {
        Consumer<RequestRouter> servers =
                router -> McpHandlers.register(router, config, made.threads(), made.servers());
        assembled.onResource("mcpServerStatus", servers);
        assembled.onResource("mcpServer", servers);
        assembled.onResource("config", router -> {
            ConfigHandlers.register(router, config);
            McpHandlers.registerReload(router, config, made.threads(), made.servers());
        });
    }

    private void tellEveryone(EncodedNotification notification) {
        for (var connection : connections) {
            if (connection.isInitialized()) {
                connection.send(notification);
            }
        }
    }

    private String clientName() {
        for (var connection : connections) {
            if (connection.isInitialized()) {
                return connection.client().name();
            }
        }
        return "";
    }

    private void disconnected(Connection connection) {
        connections.remove(connection);
        synchronized (assembling) {
            if (parts != null) {
                parts.threads().disconnected(connection);
            }
        }
    }

    /** Makes what requests will need, in the background; the first client that says something causes it too. */
    void warmUpInBackground() {
        if (warmed.getAndSet(true)) {
            return;
        }
        Thread.ofPlatform().name("warm-up").daemon().start(this::warmUp);
    }

    private void warmUp() {
        var made = router();
        try {
            long asked;
            var waits = 0;
            do {
                asked = made.requests();
                Thread.sleep(PAUSE);
                waits++;
            } while (waits < MOST_PAUSES && (made.isBusy() || made.requests() != asked));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        made.warmUp();
        var madeParts = parts();
        if (madeParts != null) {
            madeParts.warmUp();
        }
    }

    /** Null before they are made, and when they are closed. */
    private @Nullable ServerParts parts() {
        synchronized (assembling) {
            return parts;
        }
    }

    /** Ends all turns, with their interruption on disk. */
    @Override
    public void close() {
        ServerParts made;
        synchronized (assembling) {
            made = parts;
            parts = null;
        }
        if (made == null) {
            return;
        }
        try {
            made.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The logger, made when there is something to log. */
    private static final class Log {
        private static final Logger LOG = LoggerFactory.getLogger(AppServer.class);
    }
}
