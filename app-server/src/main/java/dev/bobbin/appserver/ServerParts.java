package dev.bobbin.appserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.OtelConfig;
import dev.bobbin.appserver.config.ThreadStoreChoice;
import dev.bobbin.appserver.id.TimeOrderedIds;
import dev.bobbin.appserver.model.Backoff;
import dev.bobbin.appserver.model.ModelListings;
import dev.bobbin.appserver.model.routing.RoutedModelClient;
import dev.bobbin.appserver.telemetry.Observers;
import dev.bobbin.appserver.telemetry.otel.OtelObserver;
import dev.bobbin.appserver.thread.Everyone;
import dev.bobbin.appserver.thread.ThreadConfigs;
import dev.bobbin.appserver.thread.ThreadManager;
import dev.bobbin.appserver.thread.ThreadServices;
import dev.bobbin.appserver.thread.WorkingFolders;
import dev.bobbin.appserver.toolbox.ServerTools;
import dev.bobbin.appserver.toolbox.Toolbox;
import dev.bobbin.appserver.turn.TurnEngine;
import dev.bobbin.threadstore.ReadThread;
import dev.bobbin.threadstore.ThreadStore;
import dev.bobbin.threadstore.ThreadStoreException;
import dev.bobbin.threadstore.ThreadStoreProvider;
import dev.bobbin.threadstore.local.Compressing;
import dev.bobbin.threadstore.local.LocalStoreConfig;
import dev.bobbin.threadstore.local.LocalThreadStore;
import dev.bobbin.threadstore.memory.InMemoryThreadStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What lives as long as the server: the store of threads, the way to the models, the loaded threads. */
final class ServerParts implements AutoCloseable {
    private static final String DEFAULT_PROVIDER = "openai";
    private static final String COMPRESS_IDLE_THREADS = "compress_idle_threads";
    private static final String IDLE_UNLOAD_SECONDS = "thread_idle_unload_seconds";

    private final Path home;
    private final @Nullable OtelObserver exporter;
    private final ThreadStore store;
    private final ThreadStore ephemeral;
    private final RoutedModelClient model;
    private final TurnEngine engine;
    private final ThreadManager threads;
    private final ServerTools servers;
    private final Toolbox tools;

    /**
     * @param clientName who the client said it is, as other processes are told
     * @param observers told of turns and calls to models
     */
    ServerParts(
            ConfigLoader loader,
            Map<String, String> environment,
            Everyone everyone,
            Supplier<String> clientName,
            Observers observers) {
        this.home = loader.codexHome();
        var clock = Clock.systemUTC();
        var config = usable(loader);
        this.exporter = exporter(config, observers);
        var provider = config == null ? DEFAULT_PROVIDER : config.modelProviderId();
        this.store = store(loader.codexHome(), config, provider, clock, clientName);
        this.ephemeral = new InMemoryThreadStore(provider, clock);
        this.model = RoutedModelClient.create(loader.codexHome(), environment, observers);
        this.servers = new ServerTools(loader, environment, everyone::send);
        this.tools = new Toolbox(loader.codexHome(), environment, servers);
        this.engine = engine(model, tools, clock);
        this.threads = new ThreadManager(new ThreadServices(
                loader.codexHome(),
                store,
                ephemeral,
                configs(loader),
                engine,
                everyone,
                clock,
                new TimeOrderedIds(clock),
                folders(environment),
                config == null ? Config.DEFAULT_COMPAT_VERSION : config.compatVersion(),
                idleUnload(config),
                tools,
                observers));
    }

    ThreadManager threads() {
        return threads;
    }

    ModelListings models() {
        return model;
    }

    /** The file of a thread; null if it has none, or none that can be found, which is logged. */
    @Nullable
    Path rolloutOf(String threadId) {
        try {
            var file = store.readThread(new ReadThread(threadId, true)).rolloutPath();
            return file != null && Files.exists(file) ? file : null;
        } catch (ThreadStoreException.NotFound e) {
            return null;
        } catch (ThreadStoreException e) {
            LoggerFactory.getLogger(ServerParts.class).warn("the rollout of thread {} cannot be found", threadId, e);
            return null;
        }
    }

    Toolbox tools() {
        return tools;
    }

    ServerTools servers() {
        return servers;
    }

    /** Makes the first request to a model quick, and whatever else can wait until the first answer is out. */
    void warmUp() {
        InstallationId.ensure(home);
        engine.prepare();
    }

    /** The configuration; null if it cannot be used, which every request that needs it will be told. */
    private static @Nullable Config usable(ConfigLoader loader) {
        try {
            return loader.load(null);
        } catch (ConfigException e) {
            return null;
        }
    }

    /** Null where nothing is exported. */
    private static @Nullable OtelObserver exporter(@Nullable Config config, Observers observers) {
        if (config == null || !config.raw().has("otel")) {
            return null;
        }
        try {
            var asked = OtelConfig.of(config.raw());
            if (asked == null) {
                return null;
            }
            var version = ServerParts.class.getPackage().getImplementationVersion();
            var exporter = OtelObserver.start(asked, version == null ? "dev" : version);
            observers.export(exporter);
            return exporter;
        } catch (ConfigException e) {
            LoggerFactory.getLogger(ServerParts.class).warn("nothing is exported to OpenTelemetry: {}", e.problem());
            return null;
        }
    }

    private static ThreadStore store(
            Path home, @Nullable Config config, String provider, Clock clock, Supplier<String> clientName) {
        if (config != null && !config.threadStore().type().equals(ThreadStoreChoice.LOCAL)) {
            return chosen(home, config.threadStore(), provider, clock);
        }
        var sqliteHome = config == null ? home : config.sqliteHome();
        return new LocalThreadStore(new LocalStoreConfig(
                home, sqliteHome, provider, clock, TimeZone.getDefault(), clientName, compressing(config)));
    }

    private static Compressing compressing(@Nullable Config config) {
        if (config == null) {
            return Compressing.NOTHING;
        }
        var idle = config.raw().get(COMPRESS_IDLE_THREADS);
        if (idle != null && idle.asBoolean()) {
            return Compressing.ARCHIVED_AND_IDLE;
        }
        return config.features().enabled("local_thread_store_compression") ? Compressing.ARCHIVED : Compressing.NOTHING;
    }

    private static ThreadStore chosen(Path home, ThreadStoreChoice choice, String provider, Clock clock) {
        if (choice.type().equals(ThreadStoreChoice.IN_MEMORY)) {
            return new InMemoryThreadStore(provider, clock);
        }
        return ThreadStoreProvider.named(choice.type())
                .orElseThrow(() -> new IllegalStateException("no thread store is called " + choice.type()))
                .open(new ThreadStoreProvider.Context(home, provider, clock), choice.settings());
    }

    private static ThreadConfigs configs(ConfigLoader loader) {
        return (ObjectNode overrides, Path cwd) -> loader.load(cwd, overrides);
    }

    private static TurnEngine engine(RoutedModelClient model, Toolbox tools, Clock clock) {
        Backoff.Sleeper sleeper = Thread::sleep;
        return new TurnEngine(model, tools, tools.userShell(), clock, new Backoff(new Random(), sleeper), sleeper);
    }

    private static WorkingFolders folders(Map<String, String> environment) {
        var home = environment.get("HOME");
        var userHome = home == null || home.isBlank() ? System.getProperty("user.home") : home;
        return new WorkingFolders(Path.of("").toAbsolutePath().normalize(), Path.of(userHome));
    }

    private static Duration idleUnload(@Nullable Config config) {
        var configured = config == null ? null : config.raw().get(IDLE_UNLOAD_SECONDS);
        return configured != null && configured.canConvertToLong() && configured.longValue() >= 0
                ? Duration.ofSeconds(configured.longValue())
                : ThreadServices.DEFAULT_IDLE_UNLOAD;
    }

    /** Ends all turns, with their interruption on disk, and lets go of every file. */
    @Override
    public void close() throws InterruptedException {
        threads.close();
        ephemeral.close();
        store.close();
        model.close();
        if (exporter != null) {
            exporter.close();
        }
    }
}
