package dev.bobbin.appserver.cli;

import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: first the version of the peer whose protocol this is, because clients look for it. */
final class Version implements IVersionProvider {
    private static final String PROTOCOL_VERSION = "0.137.0";

    @Override
    public String[] getVersion() {
        var bobbin = Version.class.getPackage().getImplementationVersion();
        return new String[] {"codex-cli %s (bobbin %s)".formatted(PROTOCOL_VERSION, bobbin == null ? "dev" : bobbin)};
    }
}
