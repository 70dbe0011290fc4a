package dev.bobbin.protocol.v2.thread;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;

/** The kind of program that a thread was started from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = SessionSource.Cli.class, name = "cli"),
    @JsonSubTypes.Type(value = SessionSource.Vscode.class, name = "vscode"),
    @JsonSubTypes.Type(value = SessionSource.Exec.class, name = "exec"),
    @JsonSubTypes.Type(value = SessionSource.AppServer.class, name = "appServer"),
    @JsonSubTypes.Type(value = SessionSource.Custom.class, name = "custom"),
    @JsonSubTypes.Type(value = SessionSource.SubAgent.class, name = "subAgent"),
    @JsonSubTypes.Type(value = SessionSource.Unknown.class, name = "unknown"),
})
public sealed interface SessionSource {
    /** The terminal. */
    record Cli() implements SessionSource {}

    /** An editor or desktop client. */
    record Vscode() implements SessionSource {}

    /** A script. */
    record Exec() implements SessionSource {}

    /** A program that embeds the server. */
    record AppServer() implements SessionSource {}

    /** A program that names itself. */
    record Custom(@JsonValue String name) implements SessionSource {}

    /** Another thread. */
    record SubAgent(@JsonValue SubAgentSource source) implements SessionSource {}

    /** Nobody knows. */
    record Unknown() implements SessionSource {}
}
