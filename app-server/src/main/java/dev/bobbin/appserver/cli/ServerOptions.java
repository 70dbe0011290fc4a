package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.config.Features;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that set configuration, before or after {@code app-server}. */
final class ServerOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "<key=value>",
            description = "Override a setting of config.toml. The key may be dotted (model_providers.x.base_url);"
                    + " the value is TOML, or else taken as text.")
    private List<String> overrides = new ArrayList<>();

    @Option(
            names = {"-m", "--model"},
            paramLabel = "<model>",
            description = "The model to use, as -c model=<model>.")
    private @Nullable String model;

    @Option(
            names = {"-s", "--sandbox"},
            paramLabel = "<mode>",
            description = "read-only, workspace-write or danger-full-access, as -c sandbox_mode=<mode>.")
    private @Nullable String sandbox;

    @Option(
            names = {"-a", "--ask-for-approval"},
            paramLabel = "<policy>",
            description = "untrusted, on-failure, on-request or never, as -c approval_policy=<policy>.")
    private @Nullable String approval;

    @Option(
            names = "--enable",
            paramLabel = "<feature>",
            description = "Turn a feature on, as -c features.<feature>=true.")
    private List<String> enabled = new ArrayList<>();

    @Option(
            names = "--disable",
            paramLabel = "<feature>",
            description = "Turn a feature off, as -c features.<feature>=false.")
    private List<String> disabled = new ArrayList<>();

    @Option(
            names = "--strict-config",
            description = "Refuse to start when config.toml has a setting that there is not.")
    private boolean strict;

    /** The first feature named here that there is not; null if all are known. */
    @Nullable
    String unknownFeature() {
        return Stream.concat(enabled.stream(), disabled.stream())
                .filter(feature -> !Features.isKnown(feature))
                .findFirst()
                .orElse(null);
    }

    /** The same as arguments that {@link ServerArguments#parse} reads. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        overrides.forEach(override -> add(arguments, "-c", override));
        add(arguments, "-m", model);
        add(arguments, "-s", sandbox);
        add(arguments, "-a", approval);
        enabled.forEach(feature -> add(arguments, "--enable", feature));
        disabled.forEach(feature -> add(arguments, "--disable", feature));
        if (strict) {
            arguments.add("--strict-config");
        }
        return arguments;
    }

    private static void add(List<String> arguments, String option, @Nullable String value) {
        if (value != null) {
            arguments.add(option);
            arguments.add(value);
        }
    }
}
