package dev.bobbin.protocol.method;

import dev.bobbin.protocol.v1.GetConversationSummaryParams;
import dev.bobbin.protocol.v1.GetConversationSummaryResponse;
import dev.bobbin.protocol.v1.GitDiffToRemoteParams;
import dev.bobbin.protocol.v1.GitDiffToRemoteResponse;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
import dev.bobbin.protocol.v2.handshake.InitializeResponse;
import dev.bobbin.protocol.v2.memory.MemoryResetResponse;
import dev.bobbin.protocol.v2.mock.MockExperimentalMethodParams;
import dev.bobbin.protocol.v2.mock.MockExperimentalMethodResponse;
import org.jspecify.annotations.Nullable;

/** The handshake and what has no resource of its own. */
public interface HandshakeMethods {
    /** {@code initialize} */
    Method<InitializeParams, InitializeResponse> INITIALIZE =
            Method.of("initialize", InitializeParams.class, InitializeResponse.class, LaneRule.GLOBAL);

    /** {@code memory/reset} */
    Method<NoParams, MemoryResetResponse> MEMORY_RESET = Method.of(
                    "memory/reset", NoParams.class, MemoryResetResponse.class, LaneRule.UNORDERED)
            .experimental();

    /** {@code mock/experimentalMethod} */
    Method<MockExperimentalMethodParams, MockExperimentalMethodResponse> MOCK_EXPERIMENTAL_METHOD = Method.of(
                    "mock/experimentalMethod",
                    MockExperimentalMethodParams.class,
                    MockExperimentalMethodResponse.class,
                    LaneRule.UNORDERED)
            .experimental();

    /** {@code getConversationSummary} */
    Method<GetConversationSummaryParams, GetConversationSummaryResponse> GET_CONVERSATION_SUMMARY = Method.of(
            "getConversationSummary",
            GetConversationSummaryParams.class,
            GetConversationSummaryResponse.class,
            LaneRule.THREAD);

    /** {@code gitDiffToRemote} */
    Method<GitDiffToRemoteParams, GitDiffToRemoteResponse> GIT_DIFF_TO_REMOTE = Method.of(
            "gitDiffToRemote", GitDiffToRemoteParams.class, GitDiffToRemoteResponse.class, LaneRule.UNORDERED);

    /** The row with this wire name, or null. */
    static @Nullable Method<?, ?> named(String name) {
        return switch (name) {
            case "initialize" -> INITIALIZE;
            case "memory/reset" -> MEMORY_RESET;
            case "mock/experimentalMethod" -> MOCK_EXPERIMENTAL_METHOD;
            case "getConversationSummary" -> GET_CONVERSATION_SUMMARY;
            case "gitDiffToRemote" -> GIT_DIFF_TO_REMOTE;
            default -> null;
        };
    }
}
