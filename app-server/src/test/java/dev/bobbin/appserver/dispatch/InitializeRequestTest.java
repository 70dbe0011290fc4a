package dev.bobbin.appserver.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.v2.handshake.InitializeParams;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitializeRequestTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":0,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"title\":null,\"version\":\"1\"}}}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"a\\\"b\",\"method\":\"initialize\",\"params\":{\"clientInfo\":"
                        + "{\"name\":\"né\",\"title\":\"T\",\"version\":\"1\",\"x\":[1,{}]},\"capabilities\":null}}",
                " { \"id\" : -7 , \"method\" : \"initialize\" , \"params\" : { \"clientInfo\" : { \"name\" : \"n\" , "
                        + "\"version\" : \"1\" } , \"capabilities\" : { \"experimentalApi\" : true , \"extensions\" : {} , "
                        + "\"optOutNotificationMethods\" : [ \"a\" , \"b\" ] } } } ",
                "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"},"
                        + "\"capabilities\":{\"requestAttestation\":true,\"optOutNotificationMethods\":null}}}"
            })
    void theShortWayReadsWhatTheLibraryReads(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        var request = InitializeRequest.read(bytes);
        assertThat(request).isNotNull();
        assertThat(WireJson.readMessage(bytes, 0, bytes.length))
                .isInstanceOfSatisfying(JsonRpcMessage.Request.class, read -> {
                    assertThat(request.id()).isEqualTo(read.id());
                    assertThat(request.params())
                            .isEqualTo(WireJson.decodeParams(read.params(), InitializeParams.class));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"id\":1,\"method\":\"initialize\"}",
                "{\"id\":1.5,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"}}}",
                "{\"id\":null,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"}}}",
                "{\"id\":01,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"}}}",
                "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":1}}}",
                "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"},"
                        + "\"capabilities\":{\"experimentalApi\":\"yes\"}}}",
                "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"},"
                        + "\"capabilities\":{\"experimentalApi\":null}}}",
                "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"}}} x",
                "{\"id\":1,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"},}}",
                "{\"id\":1,\"id\":2,\"method\":\"initialize\",\"params\":{\"clientInfo\":{\"name\":\"n\",\"version\":\"1\"}}}",
                "{\"id\":1,\"method\":\"thread/start\",\"params\":{}}"
            })
    void whateverIsUnusualIsLeftToTheLibrary(String line) {
        assertThat(InitializeRequest.read(line.getBytes(StandardCharsets.UTF_8)))
                .isNull();
    }
}
