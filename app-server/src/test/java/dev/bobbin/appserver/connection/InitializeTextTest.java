package dev.bobbin.appserver.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.json.WireJson;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.v2.handshake.InitializeResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class InitializeTextTest {
    @Test
    void theHandWrittenAnswerIsWhatTheJsonLibraryWrites() {
        var awkward = "a\"b\\c/\n\r\t\b\f\u0001\u001f\u007f é ✓ 😀";
        for (var id : List.of(RequestId.of(-5), RequestId.of(""), RequestId.of(awkward))) {
            var response = new InitializeResponse(awkward, "/home/" + awkward, "unix", "linux");
            assertThat(new String(InitializeText.response(id, response), StandardCharsets.UTF_8))
                    .isEqualTo(new String(WireJson.response(id, response), StandardCharsets.UTF_8));
        }
    }
}
