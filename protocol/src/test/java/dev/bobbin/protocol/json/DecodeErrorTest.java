package dev.bobbin.protocol.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.method.Method;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What does not fit is refused in the peer's words, recorded from it. */
class DecodeErrorTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            thread/read  | {"threadId":"x","includeTurns":null} | invalid type: null, expected a boolean
            thread/read  | {"threadId":null}            | invalid type: null, expected a string
            thread/read  | {"threadId":5}               | invalid type: integer `5`, expected a string
            thread/read  | {"threadId":1.5}             | invalid type: floating point `1.5`, expected a string
            thread/read  | {"threadId":1.0}             | invalid type: floating point `1.0`, expected a string
            thread/read  | {"threadId":1e23}            | invalid type: floating point `1e+23`, expected a string
            thread/read  | {"threadId":true}            | invalid type: boolean `true`, expected a string
            thread/read  | {"threadId":{}}              | invalid type: map, expected a string
            thread/read  | {"threadId":[]}              | invalid type: sequence, expected a string
            thread/read  | {}                           | missing field `threadId`
            thread/read  | {"includeTurns":"x","threadId":5} | invalid type: string "x", expected a boolean
            thread/read  | [1]                          | invalid type: integer `1`, expected a string
            thread/read  | []                           | invalid length 0, expected struct ThreadReadParams with 2 elements
            thread/list  | []                           | invalid length 0, expected struct ThreadListParams with 10 elements
            thread/start | ["m"]                        | invalid length 1, expected struct ThreadStartParams with 21 elements
            thread/read  | ["x",true,1,2]               | invalid length 4, expected 2 elements in sequence
            thread/read  | "str"                        | invalid type: string "str", expected struct ThreadReadParams
            thread/read  | 5                            | invalid type: integer `5`, expected struct ThreadReadParams
            thread/read  | null                         | missing field `params`
            thread/list  | {"limit":-1}                 | invalid value: integer `-1`, expected u32
            thread/list  | {"limit":1.5}                | invalid type: floating point `1.5`, expected u32
            thread/list  | {"limit":4294967296}         | invalid value: integer `4294967296`, expected u32
            thread/list  | {"limit":"x\\n\\"é\\u2028\\u0001"} | invalid type: string "x\\n\\"é\\u{2028}\\u{1}", expected u32
            thread/list  | {"sortKey":"size"}           | unknown variant `size`, expected `created_at` or `updated_at`
            thread/list  | {"sortKey":5}                | invalid type: integer `5`, expected string or map
            thread/list  | {"sortKey":{}}               | invalid value: map, expected map with a single key
            thread/list  | {"sortKey":{"zz":null}}      | unknown variant `zz`, expected `created_at` or `updated_at`
            thread/list  | {"cwd":5}                    | data did not match any variant of untagged enum ThreadListCwdFilter
            thread/list  | {"modelProviders":"x"}       | invalid type: string "x", expected a sequence
            thread/start | {"config":5}                 | invalid type: integer `5`, expected a map
            thread/start | {"personality":"zz"}         | unknown variant `zz`, expected one of `none`, `friendly`, `pragmatic`
            turn/start   | {"threadId":"x","input":5}   | invalid type: integer `5`, expected a sequence
            turn/start   | {"threadId":"x","input":[5]} | invalid type: integer `5`, expected internally tagged enum UserInput
            turn/start   | {"threadId":"x","input":[{}]} | missing field `type`
            turn/start   | {"threadId":"x","input":[{"type":"zz"}]} | unknown variant `zz`, expected one of `text`, `image`, `localImage`, `skill`, `mention`
            turn/start   | {"threadId":"x","input":[{"type":5}]} | invalid value: integer `5`, expected variant index 0 <= i < 5
            turn/start   | {"threadId":"x","input":[{"type":"text"}]} | missing field `text`
            turn/start   | {"threadId":"x","input":[],"approvalPolicy":5} | invalid type: integer `5`, expected string or map
            turn/start   | {"threadId":"x","input":[],"approvalPolicy":{"granular":{}}} | missing field `sandbox_approval`
            turn/start   | {"threadId":"x","input":[],"approvalPolicy":{"granular":5}} | invalid type: integer `5`, expected struct variant
            turn/start   | {"threadId":"x","input":[],"sandboxPolicy":{"type":"workspaceWrite","writableRoots":["rel"]}} | AbsolutePathBuf deserialized without a base path
            turn/start   | {"threadId":"x","input":[],"collaborationMode":"x"} | invalid type: string "x", expected struct CollaborationMode
            fs/readFile  | {"path":"rel"}               | AbsolutePathBuf deserialized without a base path
            fs/readFile  | {"path":5}                   | invalid type: integer `5`, expected path string
            process/spawn | {"command":["a"],"processHandle":"x","cwd":"/","env":{"a":5}} | invalid type: integer `5`, expected a string
            process/spawn | {"command":["a"],"processHandle":"x","cwd":"/","size":{"rows":70000,"cols":1}} | invalid value: integer `70000`, expected u16
            process/spawn | {"command":["a"],"processHandle":"x","cwd":"/","outputBytesCap":-5} | invalid value: integer `-5`, expected usize
            thread/rollback | {"threadId":"x","numTurns":18446744073709551615} | invalid value: integer `18446744073709551615`, expected u32
            thread/rollback | {"threadId":"x","numTurns":99999999999999999999999} | invalid type: floating point `1e+23`, expected u32
            account/logout | 5                          | invalid type: integer `5`, expected unit
            account/logout | []                         | invalid type: sequence, expected unit
            """)
    void refusalsReadLikeThePeers(String method, String params, String detail) throws IOException {
        var row = requireNonNull(ClientMethods.named(method), method);
        var tree = WireJson.readTree(params);
        assertThatThrownBy(() -> decode(row, tree))
                .isInstanceOf(InvalidParamsException.class)
                .hasMessage("Invalid request: " + detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            thread/read | ["x"]
            thread/list | {"sortKey":{"created_at":null}}
            thread/list | {"cwd":"/a","limit":null,"zz":1}
            turn/start  | {"threadId":"x","input":[],"approvalPolicy":{"never":{}}}
            turn/start  | {"threadId":"x","input":[],"environments":null}
            process/spawn | {"command":["a"],"processHandle":"x","cwd":"/","env":{"a":null},"timeoutMs":-5}
            """)
    void whatThePeerTakesIsTaken(String method, String params) throws IOException {
        var row = requireNonNull(ClientMethods.named(method), method);
        assertThat(decode(row, WireJson.readTree(params))).isInstanceOf(row.params());
    }

    private static Object decode(Method<?, ?> row, com.fasterxml.jackson.databind.@Nullable JsonNode params) {
        return WireJson.decodeParams(params, row.params());
    }
}
