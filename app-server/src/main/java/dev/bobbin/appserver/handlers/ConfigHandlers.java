package dev.bobbin.appserver.handlers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.edit.ConfigEditException;
import dev.bobbin.appserver.config.edit.ConfigEditor;
import dev.bobbin.appserver.config.edit.ConfigReport;
import dev.bobbin.appserver.dispatch.Reply;
import dev.bobbin.appserver.dispatch.RequestContext;
import dev.bobbin.appserver.dispatch.RequestException;
import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.appserver.files.SystemErrors;
import dev.bobbin.protocol.method.ConfigMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.v2.config.ConfigBatchWriteParams;
import dev.bobbin.protocol.v2.config.ConfigReadParams;
import dev.bobbin.protocol.v2.config.ConfigReadResponse;
import dev.bobbin.protocol.v2.config.ConfigRequirementsReadResponse;
import dev.bobbin.protocol.v2.config.ConfigValueWriteParams;
import dev.bobbin.protocol.v2.config.ConfigWriteResponse;
import dev.bobbin.protocol.v2.config.MergeStrategy;
import dev.bobbin.protocol.v2.config.OverriddenMetadata;
import dev.bobbin.protocol.v2.config.WriteStatus;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code config/*}: what is configured, and changes to the user's file. */
public final class ConfigHandlers {
    private final ConfigLoader loader;
    private final ConfigReport report;
    private final ConfigEditor editor;

    private ConfigHandlers(ConfigLoader loader) {
        this.loader = loader;
        this.report = new ConfigReport(loader);
        this.editor = new ConfigEditor(loader);
    }

    /** Has the {@code config/*} methods answered. */
    public static void register(RequestRouter router, ConfigLoader loader) {
        var handlers = new ConfigHandlers(loader);
        router.on(ConfigMethods.CONFIG_READ, handlers::read);
        router.on(ConfigMethods.CONFIG_VALUE_WRITE, handlers::writeValue);
        router.on(ConfigMethods.CONFIG_BATCH_WRITE, handlers::writeBatch);
    }

    /** Has {@code configRequirements/read} answered. */
    public static void registerRequirements(RequestRouter router, ConfigLoader loader) {
        router.on(ConfigMethods.CONFIG_REQUIREMENTS_READ, new ConfigHandlers(loader)::requirements);
    }

    private void read(ConfigReadParams params, RequestContext context, Reply<ConfigReadResponse> reply) {
        try {
            reply.ok(report.read(params.includeLayers(), params.cwd() == null ? null : Path.of(params.cwd())));
        } catch (ConfigException e) {
            throw unreadable("failed to read configuration layers: ", e);
        }
    }

    /** Nobody restricts what users of this server may configure. */
    private void requirements(NoParams params, RequestContext context, Reply<ConfigRequirementsReadResponse> reply) {
        try {
            loader.userLayer();
        } catch (ConfigException e) {
            throw unreadable("failed to read configuration layers: ", e);
        }
        reply.ok(new ConfigRequirementsReadResponse(null));
    }

    private void writeValue(ConfigValueWriteParams params, RequestContext context, Reply<ConfigWriteResponse> reply)
            throws IOException {
        var edit = edit(params.keyPath(), params.value(), params.mergeStrategy());
        reply.ok(write(List.of(edit), params.filePath(), params.expectedVersion()));
    }

    private void writeBatch(ConfigBatchWriteParams params, RequestContext context, Reply<ConfigWriteResponse> reply)
            throws IOException {
        var edits = params.edits().stream()
                .map(each -> edit(each.keyPath(), each.value(), each.mergeStrategy()))
                .toList();
        reply.ok(write(edits, params.filePath(), params.expectedVersion()));
    }

    private static ConfigEditor.Edit edit(String keyPath, @Nullable JsonNode value, MergeStrategy strategy) {
        return new ConfigEditor.Edit(
                keyPath, value == null ? JsonNodeFactory.instance.nullNode() : value, strategy == MergeStrategy.UPSERT);
    }

    private ConfigWriteResponse write(
            List<ConfigEditor.Edit> edits, @Nullable String file, @Nullable String expectedVersion) throws IOException {
        try {
            requireUserFile(file);
            var written = editor.apply(edits, expectedVersion);
            var overridden = written.overridden();
            return new ConfigWriteResponse(
                    overridden == null ? WriteStatus.OK : WriteStatus.OK_OVERRIDDEN,
                    written.version(),
                    loader.userFile().toString(),
                    overridden == null
                            ? null
                            : new OverriddenMetadata("Overridden by session flags", report.session(), overridden));
        } catch (ConfigEditException e) {
            var details = JsonNodeFactory.instance
                    .objectNode()
                    .put("config_write_error_code", e.reason().code());
            throw new RequestException.InvalidRequest(e.getMessage(), e.reason().code(), details);
        } catch (ConfigException e) {
            throw unreadable("failed to load configuration: ", e);
        } catch (IOException e) {
            throw new RequestException.Internal(SystemErrors.text(e, loader.userFile()), "io_error");
        }
    }

    private void requireUserFile(@Nullable String file) {
        try {
            if (file != null && !Path.of(file).normalize().equals(loader.userFile())) {
                throw ConfigEditException.readOnly();
            }
        } catch (InvalidPathException e) {
            throw ConfigEditException.readOnly();
        }
    }

    private static RequestException unreadable(String what, ConfigException failure) {
        return new RequestException.Internal(what + failure.problem(), "invalid_config");
    }
}
