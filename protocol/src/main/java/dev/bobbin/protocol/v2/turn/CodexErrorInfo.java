package dev.bobbin.protocol.v2.turn;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.bobbin.protocol.wire.WireInt;
import org.jspecify.annotations.Nullable;

/** The kind of failure that ended a turn, for clients that act on it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = CodexErrorInfo.ContextWindowExceeded.class, name = "contextWindowExceeded"),
    @JsonSubTypes.Type(value = CodexErrorInfo.UsageLimitExceeded.class, name = "usageLimitExceeded"),
    @JsonSubTypes.Type(value = CodexErrorInfo.ServerOverloaded.class, name = "serverOverloaded"),
    @JsonSubTypes.Type(value = CodexErrorInfo.CyberPolicy.class, name = "cyberPolicy"),
    @JsonSubTypes.Type(value = CodexErrorInfo.HttpConnectionFailed.class, name = "httpConnectionFailed"),
    @JsonSubTypes.Type(
            value = CodexErrorInfo.ResponseStreamConnectionFailed.class,
            name = "responseStreamConnectionFailed"),
    @JsonSubTypes.Type(value = CodexErrorInfo.InternalServerError.class, name = "internalServerError"),
    @JsonSubTypes.Type(value = CodexErrorInfo.Unauthorized.class, name = "unauthorized"),
    @JsonSubTypes.Type(value = CodexErrorInfo.BadRequest.class, name = "badRequest"),
    @JsonSubTypes.Type(value = CodexErrorInfo.ThreadRollbackFailed.class, name = "threadRollbackFailed"),
    @JsonSubTypes.Type(value = CodexErrorInfo.SandboxError.class, name = "sandboxError"),
    @JsonSubTypes.Type(value = CodexErrorInfo.ResponseStreamDisconnected.class, name = "responseStreamDisconnected"),
    @JsonSubTypes.Type(
            value = CodexErrorInfo.ResponseTooManyFailedAttempts.class,
            name = "responseTooManyFailedAttempts"),
    @JsonSubTypes.Type(value = CodexErrorInfo.ActiveTurnNotSteerable.class, name = "activeTurnNotSteerable"),
    @JsonSubTypes.Type(value = CodexErrorInfo.Other.class, name = "other"),
})
public sealed interface CodexErrorInfo {
    /** The {@code contextWindowExceeded} form. */
    record ContextWindowExceeded() implements CodexErrorInfo {}

    /** The {@code usageLimitExceeded} form. */
    record UsageLimitExceeded() implements CodexErrorInfo {}

    /** The {@code serverOverloaded} form. */
    record ServerOverloaded() implements CodexErrorInfo {}

    /** The {@code cyberPolicy} form. */
    record CyberPolicy() implements CodexErrorInfo {}

    /** The {@code httpConnectionFailed} form. */
    record HttpConnectionFailed(@WireInt("u16") @Nullable Integer httpStatusCode) implements CodexErrorInfo {}

    /** The {@code responseStreamConnectionFailed} form. */
    record ResponseStreamConnectionFailed(
            @WireInt("u16") @Nullable Integer httpStatusCode) implements CodexErrorInfo {}

    /** The {@code internalServerError} form. */
    record InternalServerError() implements CodexErrorInfo {}

    /** The {@code unauthorized} form. */
    record Unauthorized() implements CodexErrorInfo {}

    /** The {@code badRequest} form. */
    record BadRequest() implements CodexErrorInfo {}

    /** The {@code threadRollbackFailed} form. */
    record ThreadRollbackFailed() implements CodexErrorInfo {}

    /** The {@code sandboxError} form. */
    record SandboxError() implements CodexErrorInfo {}

    /** The {@code responseStreamDisconnected} form. */
    record ResponseStreamDisconnected(
            @WireInt("u16") @Nullable Integer httpStatusCode) implements CodexErrorInfo {}

    /** The {@code responseTooManyFailedAttempts} form. */
    record ResponseTooManyFailedAttempts(
            @WireInt("u16") @Nullable Integer httpStatusCode) implements CodexErrorInfo {}

    /** The {@code activeTurnNotSteerable} form. */
    record ActiveTurnNotSteerable(NonSteerableTurnKind turnKind) implements CodexErrorInfo {}

    /** The {@code other} form. */
    record Other() implements CodexErrorInfo {}
}
