package dev.bobbin.appserver.dispatch;

import dev.bobbin.protocol.method.HandshakeMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.v1.GetConversationSummaryParams;
import dev.bobbin.protocol.v1.GitDiffToRemoteParams;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
import dev.bobbin.protocol.v2.mock.MockExperimentalMethodParams;

/** The handshake and what belongs to no resource. What jsonrpc4j calls, see {@link RequestRouter}. */
public interface HandshakeService extends Service {
    default void initialize(InitializeParams params) {
        router().initialize(params);
    }

    default void memoryReset(NoParams params) {
        router().run(HandshakeMethods.MEMORY_RESET, params);
    }

    default void mockExperimentalMethod(MockExperimentalMethodParams params) {
        router().run(HandshakeMethods.MOCK_EXPERIMENTAL_METHOD, params);
    }

    default void getConversationSummary(GetConversationSummaryParams params) {
        router().run(HandshakeMethods.GET_CONVERSATION_SUMMARY, params);
    }

    default void gitDiffToRemote(GitDiffToRemoteParams params) {
        router().run(HandshakeMethods.GIT_DIFF_TO_REMOTE, params);
    }
}
