package dev.bobbin.tests.harness;

import dev.bobbin.appserver.listen.ListenException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What server to start, on what, and how it is to be greeted. Every method returns the setup itself. */
public final class ServerSetup {
    private final Path folder;
    private final Path home;
    private final Path cwd;
    private final Path userHome;
    private final List<ModelReply> script = new ArrayList<>();
    private final StringBuilder moreConfig = new StringBuilder();
    private final StringBuilder topConfig = new StringBuilder();
    private final Map<String, String> provider = new LinkedHashMap<>(
            Map.of("request_max_retries", "0", "stream_max_retries", "0", "supports_websockets", "false"));
    private final Map<String, String> environment = new LinkedHashMap<>();
    private @Nullable List<String> command;
    private @Nullable URI address;
    private @Nullable ScriptedModel model;
    private boolean handshake = true;
    private boolean writeConfig = true;
    private Map<String, ?> capabilities = Map.of("experimentalApi", true);

    ServerSetup(Path folder) {
        this.folder = folder;
        this.home = folder.resolve("home");
        this.cwd = folder.resolve("cwd");
        this.userHome = folder.resolve("user");
    }

    /** Runs the server as a process. Without this it runs in the test's own process. */
    public ServerSetup process(List<String> command) {
        this.command = List.copyOf(command);
        return this;
    }

    /** Scripts one more reply of the model: a message. */
    public ServerSetup modelSays(String text) {
        return modelReplies(ModelReply.says(text));
    }

    /** Scripts one more reply of the model. */
    public ServerSetup modelReplies(ModelReply reply) {
        script.add(reply);
        return this;
    }

    /** Adds a top-level line to {@code config.toml}. */
    public ServerSetup config(String line) {
        topConfig.append(line).append('\n');
        return this;
    }

    /** Adds tables to {@code config.toml}. */
    public ServerSetup configTables(String toml) {
        moreConfig.append(toml).append('\n');
        return this;
    }

    /** Sets a key of the provider's table to a TOML value. */
    public ServerSetup provider(String key, String value) {
        provider.put(key, value);
        return this;
    }

    /** Leaves {@code config.toml} alone. */
    public ServerSetup withoutConfig() {
        writeConfig = false;
        return this;
    }

    /** Adds an environment variable; for servers that run as a process. */
    public ServerSetup environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Replaces the client's capabilities. */
    public ServerSetup capabilities(Map<String, ?> capabilities) {
        this.capabilities = capabilities;
        return this;
    }

    /** Leaves the greeting to the test. */
    public ServerSetup withoutHandshake() {
        handshake = false;
        return this;
    }

    /** Starts the server and greets it. */
    public TestAppServer start() throws IOException {
        prepare();
        var server = new TestAppServer(this);
        try {
            server.handshake();
        } catch (AssertionError e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** Writes the home of a server that somebody else starts, and returns its model, which the test closes. */
    public ScriptedModel prepareHome() throws IOException {
        prepare();
        return model();
    }

    /** Starts a server in the test's own process that clients connect to. */
    public ListeningServer listen() throws IOException, ListenException {
        prepare();
        return new ListeningServer(this, InProcessLink.variables(home, cwd, environment));
    }

    /** One more client of a server that listens and runs with this setup. Closing it leaves the server alone. */
    public TestAppServer connect(URI address, Map<String, ?> theirCapabilities) throws IOException {
        var client = new TestAppServer(clientOf(address, theirCapabilities));
        client.handshake();
        return client;
    }

    private ServerSetup clientOf(URI address, Map<String, ?> theirCapabilities) {
        var client = new ServerSetup(folder);
        client.address = address;
        client.model = model();
        client.capabilities = theirCapabilities;
        return client;
    }

    private void prepare() throws IOException {
        Files.createDirectories(home);
        Files.createDirectories(cwd);
        Files.createDirectories(userHome);
        model = new ScriptedModel();
        script.forEach(model::then);
        if (writeConfig) {
            Files.writeString(home.resolve("config.toml"), configText());
        }
    }

    private String configText() {
        var lines = new StringBuilder();
        provider.forEach(
                (key, value) -> lines.append(key).append(" = ").append(value).append('\n'));
        return """
                model = "mock-model"
                model_provider = "mock"
                approval_policy = "never"
                sandbox_mode = "read-only"
                %s
                [model_providers.mock]
                name = "Scripted"
                base_url = "%s"
                wire_api = "responses"
                %s
                %s
                """.formatted(topConfig, model().baseUrl(), lines, moreConfig);
    }

    /** The home, {@code CODEX_HOME}. */
    public Path home() {
        return home;
    }

    /** The folder that threads work in. */
    public Path cwd() {
        return cwd;
    }

    boolean handshake() {
        return handshake;
    }

    ScriptedModel model() {
        if (model == null) {
            throw new IllegalStateException("not started");
        }
        return model;
    }

    Map<String, Object> initializeParams() {
        return Map.of(
                "clientInfo",
                Map.of("name", "bobbin-tests", "title", "Bobbin tests", "version", "1.0.0"),
                "capabilities",
                capabilities);
    }

    ServerLink launch(ServerLink.Listener listener) throws IOException {
        if (address != null) {
            return WebSocketLink.connect(address, listener);
        }
        if (command != null) {
            var variables = new LinkedHashMap<String, String>();
            variables.put("TZ", "UTC");
            variables.putAll(environment);
            variables.put("CODEX_HOME", home.toString());
            variables.put("HOME", userHome.toString());
            return ProcessLink.start(command, cwd, variables, listener);
        }
        return InProcessLink.start(home, cwd, environment, listener);
    }

    /** A client leaves the model to the server. */
    void close() {
        if (address == null) {
            model().close();
        }
    }
}
