package dev.bobbin.appserver.cli;

import dev.bobbin.appserver.listen.AdmissionOptions;
import dev.bobbin.appserver.listen.ListenAddress;
import dev.bobbin.appserver.listen.ListenException;
import dev.bobbin.appserver.listen.Listening;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import picocli.CommandLine.TypeConversionException;

/** Options that say where a server listens, and to whom. */
final class ListenOptions {
    private static final String STDIO = "stdio://";

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--listen",
            paramLabel = "<url>",
            converter = AddressConverter.class,
            description = "Where to serve: stdio:// (the default), ws://IP:PORT, unix:// (the control socket in"
                    + " $$CODEX_HOME), unix://PATH, or off.")
    private @Nullable ListenAddress listen;

    @Option(names = "--stdio", description = "Serve on stdio, as --listen " + STDIO + ".")
    private boolean stdio;

    @Option(
            names = "--ws-auth",
            paramLabel = "<mode>",
            converter = ModeConverter.class,
            description = "Who may connect by websocket: who knows a capability-token, or who brings a"
                    + " signed-bearer-token. Needed to listen on other addresses than this machine's own.")
    private AdmissionOptions.@Nullable Mode mode;

    @Option(names = "--ws-token-file", paramLabel = "<path>", description = "The file with the capability token.")
    private @Nullable Path tokenFile;

    @Option(
            names = "--ws-token-sha256",
            paramLabel = "<hex>",
            description = "The SHA-256 of the capability token, instead of the token.")
    private @Nullable String tokenSha256;

    @Option(
            names = "--ws-shared-secret-file",
            paramLabel = "<path>",
            description = "The file with the secret that tokens (JWT, HS256) are signed with; 32 bytes or more.")
    private @Nullable Path secretFile;

    @Option(names = "--ws-issuer", paramLabel = "<issuer>", description = "Who must have issued a signed token.")
    private @Nullable String issuer;

    @Option(names = "--ws-audience", paramLabel = "<audience>", description = "Whom a signed token must be for.")
    private @Nullable String audience;

    @Option(
            names = "--ws-max-clock-skew-seconds",
            paramLabel = "<seconds>",
            description = "By how much the clocks of issuer and server may differ. Default: 30.")
    private @Nullable Long skewSeconds;

    Listening read() {
        if (stdio && listen != null) {
            throw new ParameterException(
                    spec.commandLine(), "the argument '--stdio' cannot be used with '--listen <URL>'");
        }
        if (skewSeconds != null && skewSeconds < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "invalid value '" + skewSeconds + "' for '--ws-max-clock-skew-seconds <SECONDS>'");
        }
        return new Listening(
                listen == null ? new ListenAddress.Stdio() : listen,
                new AdmissionOptions(mode, tokenFile, tokenSha256, secretFile, issuer, audience, skewSeconds));
    }

    private static final class AddressConverter implements ITypeConverter<ListenAddress> {
        @Override
        public ListenAddress convert(String url) {
            try {
                return ListenAddress.parse(url);
            } catch (ListenException e) {
                throw new TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }

    private static final class ModeConverter implements ITypeConverter<AdmissionOptions.Mode> {
        @Override
        public AdmissionOptions.Mode convert(String name) {
            for (var mode : AdmissionOptions.Mode.values()) {
                if (name.equals(mode.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                    return mode;
                }
            }
            throw new TypeConversionException("possible values: capability-token, signed-bearer-token");
        }
    }
}
