package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.config.Config;
import dev.bobbin.appserver.config.ConfigException;
import dev.bobbin.appserver.config.ConfigLoader;
import dev.bobbin.appserver.dispatch.RequestException;

/** What is configured now, outside of any project. */
final class CurrentConfig {
    private CurrentConfig() {}

    /** Reads it anew; the request is refused if it cannot be read or understood. */
    static Config of(ConfigLoader loader) {
        try {
            return loader.load(null);
        } catch (ConfigException e) {
            throw new RequestException.Internal("failed to reload config: " + e.problem(), "invalid_config");
        }
    }
}
