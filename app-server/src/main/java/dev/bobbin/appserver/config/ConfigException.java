package dev.bobbin.appserver.config;

/** Configuration that cannot be used. The message is complete and is shown to clients as it is. */
public final class ConfigException extends RuntimeException {
    private static final String PREFIX = "failed to load configuration: ";

    /** @param problem what is wrong, without the prefix that clients know */
    public ConfigException(String problem) {
        super(PREFIX + problem);
    }

    /** What is wrong, without the prefix. */
    public String problem() {
        return String.valueOf(getMessage()).substring(PREFIX.length());
    }
}
