package dev.bobbin.appserver.mcp;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.config.edit.ConfigEditException;
import dev.bobbin.appserver.config.edit.ConfigEditor;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes into {@code config.toml} which tools the user has allowed for ever. */
final class PersistentApprovals {
    private static final Logger LOG = LoggerFactory.getLogger(PersistentApprovals.class);

    private final ConfigLoader loader;

    PersistentApprovals(ConfigLoader loader) {
        this.loader = loader;
    }

    /** On return it is in the file; where that cannot be done, it is logged. */
    void approve(String server, String tool) {
        var path = "mcp_servers." + quoted(server) + ".tools." + quoted(tool) + ".approval_mode";
        var value = JsonNodeFactory.instance.textNode("approve");
        try {
            new ConfigEditor(loader).apply(List.of(new ConfigEditor.Edit(path, value, false)), null);
        } catch (ConfigEditException | ConfigException | IOException e) {
            LOG.warn("{}/{} is allowed until the thread is unloaded only: {}", server, tool, e.getMessage());
        }
    }

    private static String quoted(String key) {
        return '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
