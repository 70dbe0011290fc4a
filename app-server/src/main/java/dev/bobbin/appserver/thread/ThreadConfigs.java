package dev.bobbin.appserver.thread;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.config.Config;
import java.nio.file.Path;

/** The configuration for one thread, read at the moment it is needed. */
@FunctionalInterface
public interface ThreadConfigs {
    /**
     * Reads it.
     *
     * @param overrides keys of the configuration that win over every file
     * @param cwd absolute working directory of the thread
     * @throws dev.bobbin.appserver.config.ConfigException if the configuration cannot be used
     */
    Config load(ObjectNode overrides, Path cwd);
}
