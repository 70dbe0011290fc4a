package dev.bobbin.appserver.handlers;

import dev.bobbin.appserver.dispatch.RequestRouter;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.v2.mock.MockExperimentalMethodResponse;

/** The method that clients try the experimental API with. */
public final class MockHandlers {
    private MockHandlers() {}

    /** Has {@code mock/experimentalMethod} answered. */
    public static void register(RequestRouter router) {
        router.onShort(
                ClientMethods.MOCK_EXPERIMENTAL_METHOD,
                (params, context, reply) -> reply.ok(new MockExperimentalMethodResponse(params.value())));
    }
}
