package dev.bobbin.appserver.model.responses;

import static dev.bobbin.appserver.model.ModelRequests.request;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.ModelRequests;
import dev.bobbin.appserver.model.http.HttpCalls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A client of the Responses API that waits for nobody, and an answer to give it. */
@Timeout(60)
abstract class ResponsesFixture {
    static final String CREATED = "{\"type\":\"response.created\",\"response\":{\"id\":\"r1\"}}";
    static final String COMPLETED = "{\"type\":\"response.completed\",\"response\":{\"id\":\"r1\",\"usage\":"
            + "{\"input_tokens\":10,\"input_tokens_details\":{\"cached_tokens\":3},\"output_tokens\":5,"
            + "\"output_tokens_details\":null,\"total_tokens\":15}}}";

    private final HttpCalls http = ModelRequests.http();
    final List<Duration> waits = new ArrayList<>();
    final ResponsesClient client =
            new ResponsesClient(ModelRequests.calls(http, Map.of("B_VALUE", "bee", "KEY", " secret "), waits));

    @AfterEach
    void closeHttp() {
        http.close();
    }

    /** All events of an answer. */
    List<ModelEvent> events(ModelRequest request) throws ModelException, InterruptedException {
        return ModelRequests.events(client, request);
    }

    /** What a request that cannot succeed ends with. */
    ModelException failure(ModelRequest request) {
        return catchThrowableOfType(ModelException.class, () -> client.stream(request, event -> {}));
    }
}
