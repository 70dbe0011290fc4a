package dev.bobbin.protocol.json;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.protocol.jsonrpc.ErrorCode;
import dev.bobbin.protocol.jsonrpc.JsonRpcError;
import dev.bobbin.protocol.jsonrpc.JsonRpcMessage;
import dev.bobbin.protocol.jsonrpc.RequestId;
import dev.bobbin.protocol.method.ClientMethods;
import dev.bobbin.protocol.method.NoParams;
import dev.bobbin.protocol.method.Notifications;
import dev.bobbin.protocol.v2.item.AgentMessageDeltaNotification;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.thread.SessionSource;
import dev.bobbin.protocol.v2.thread.SubAgentSource;
import dev.bobbin.protocol.v2.thread.ThreadMetadataGitInfoUpdateParams;
import dev.bobbin.protocol.v2.thread.ThreadReadParams;
import dev.bobbin.protocol.wire.Patch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {
    @Test
    void messagesAreToldApart() {
        assertThat(read("{\"jsonrpc\":5,\"id\":\"\",\"method\":\"m\",\"params\":null}"))
                .isEqualTo(new JsonRpcMessage.Request(RequestId.of(""), "m", null));
        assertThat(read("{\"method\":\"initialized\"}"))
                .isEqualTo(new JsonRpcMessage.Notification("initialized", null));
        assertThat(read("{\"id\":-9223372036854775808,\"result\":\"r\"}"))
                .isEqualTo(new JsonRpcMessage.Response(RequestId.of(Long.MIN_VALUE), TextNode.valueOf("r")));
        assertThat(read("{\"id\":1,\"error\":{\"code\":-1,\"message\":\"no\"}}"))
                .isEqualTo(new JsonRpcMessage.ErrorResponse(RequestId.of(1), new JsonRpcError(-1, "no", null)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "5",
                "{}",
                "{\"id\":1}",
                "{\"id\":1.0,\"method\":\"m\"}",
                "{\"id\":null,\"method\":\"m\"}",
                "{\"id\":true,\"method\":\"m\"}",
                "{\"id\":9223372036854775808,\"method\":\"m\"}",
                "{\"id\":1,\"method\":5}",
                "{\"id\":1,\"method\":\"m\",\"params\":1e400}",
                "{\"id\":1,\"method\":\"m\",\"params\":1e99999999999}",
                "{\"id\":1,\"method\":\"m\"} x",
                "{\"id\":1,\"method\":\"m\"}{}"
            })
    void whatIsNoMessageIsSkipped(String line) {
        assertThat(read(line)).isNull();
    }

    @Test
    void invalidUtf8IsSkipped() {
        assertThat(WireJson.readMessage(new byte[] {'"', (byte) 0xFF, '"'}, 0, 3))
                .isNull();
    }

    @Test
    void deepNestingNeitherCrashesNorParses() {
        assertThat(read("[".repeat(1_000_000))).isNull();
        assertThat(read("{\"id\":1,\"method\":\"m\",\"params\":" + "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000)
                        + "}"))
                .isNull();
        assertThat(read("{\"id\":1,\"method\":\"m\",\"params\":" + "[".repeat(500) + "]".repeat(500) + "}"))
                .isNotNull();
    }

    @Test
    void longTextsSurvive() {
        var text = "x\u00e9".repeat(40 * 1024 * 1024);
        var line = WireJson.notification(
                Notifications.ITEM_AGENT_MESSAGE_DELTA, new AgentMessageDeltaNotification("t", "u", "i", text));
        var message = requireNonNull(WireJson.readMessage(line, 0, line.length));
        assertThat(message).isInstanceOf(JsonRpcMessage.Notification.class);
        var params = requireNonNull(((JsonRpcMessage.Notification) message).params());
        assertThat(params.get("delta").textValue().length()).isEqualTo(text.length());
    }

    @Test
    void halfSurrogatePairsDoNotBreakTheLine() throws IOException {
        var line = WireJson.encode(TextNode.valueOf("a\ud800b\udc00\n\u2028\ud83d\ude00"));
        assertThat(new String(line, StandardCharsets.UTF_8))
                .doesNotContain("\n")
                .isEqualToIgnoringCase("\"a\\ud800b\\udc00\\n\u2028\ud83d\ude00\"");
        assertThat(WireJson.readTree(line).textValue()).isEqualTo("a\ud800b\udc00\n\u2028\ud83d\ude00");
    }

    @Test
    void messagesHaveNoVersionMember() {
        assertThat(text(WireJson.request(RequestId.of(3), ClientMethods.THREAD_READ, new ThreadReadParams("t", true))))
                .isEqualTo(
                        "{\"id\":3,\"method\":\"thread/read\",\"params\":{\"threadId\":\"t\",\"includeTurns\":true}}");
        assertThat(text(WireJson.request(RequestId.of(""), ClientMethods.ACCOUNT_LOGOUT, new NoParams())))
                .isEqualTo("{\"id\":\"\",\"method\":\"account/logout\"}");
        assertThat(text(WireJson.response(RequestId.of("a"), new ThreadItem.Plan("p", "x"))))
                .isEqualTo("{\"id\":\"a\",\"result\":{\"type\":\"plan\",\"id\":\"p\",\"text\":\"x\"}}");
        assertThat(text(WireJson.error(RequestId.of(1), new JsonRpcError(ErrorCode.OVERLOADED, "later"))))
                .isEqualTo("{\"error\":{\"code\":-32001,\"message\":\"later\"},\"id\":1}");
    }

    @Test
    void patchesHaveThreeStates() throws IOException {
        var patch = WireJson.decode(
                WireJson.readTree("{\"sha\":null,\"branch\":\"b\"}"), ThreadMetadataGitInfoUpdateParams.class);
        assertThat(patch).isEqualTo(new ThreadMetadataGitInfoUpdateParams(Patch.clear(), Patch.set("b"), Patch.keep()));
        assertThat(text(WireJson.encode(patch))).isEqualTo("{\"sha\":null,\"branch\":\"b\"}");
        assertThat(patch.sha().applyTo("old")).isNull();
        assertThat(patch.branch().applyTo("old")).isEqualTo("b");
        assertThat(patch.originUrl().applyTo("old")).isEqualTo("old");
    }

    @Test
    void unionsWithoutTagAreTextsOrWrapped() throws IOException {
        var spawned = new SessionSource.SubAgent(new SubAgentSource.ThreadSpawn("t", 1, null, null, null));
        assertThat(text(WireJson.encode(spawned)))
                .isEqualTo(
                        "{\"subAgent\":{\"thread_spawn\":{\"parent_thread_id\":\"t\",\"depth\":1,\"agent_path\":null,"
                                + "\"agent_nickname\":null,\"agent_role\":null}}}");
        assertThat(text(WireJson.encode(new SessionSource.Vscode()))).isEqualTo("\"vscode\"");
        assertThat(WireJson.decode(WireJson.readTree("{\"custom\":\"x\"}"), SessionSource.class))
                .isEqualTo(new SessionSource.Custom("x"));
    }

    @Test
    void itemsOfUnknownTypesAreKept() throws IOException {
        var raw = WireJson.readTree("{\"type\":\"hologram\",\"id\":\"h\",\"depth\":3}");
        var item = WireJson.decode(raw, ThreadItem.class);
        assertThat(item).isEqualTo(new ThreadItem.Unknown("hologram", raw));
        assertThat(item.id()).isEqualTo("h");
        assertThat(WireJson.toTree(item)).isEqualTo(raw);
    }

    @Test
    void numbersKeepTheirValue() throws IOException {
        var text = "[0,-1,9007199254740993,123456789012345678901234567890,1.5,0.1,1.0E-300]";
        assertThat(text(WireJson.encode(WireJson.readTree(text)))).isEqualTo(text);
    }

    @Test
    void experimentalUseNamesTheFirstComponent() throws IOException {
        assertThat(use("thread/resume", "{\"threadId\":\"x\",\"path\":\"y\",\"history\":[]}"))
                .isEqualTo("thread/resume.history");
        assertThat(use("thread/resume", "{\"threadId\":\"x\",\"path\":\"\",\"excludeTurns\":false}"))
                .isNull();
        assertThat(use("thread/search", "{\"searchTerm\":\"x\"}")).isEqualTo("thread/search");
        assertThat(use("thread/start", "{\"permissions\":\"x\",\"runtimeWorkspaceRoots\":[\"/\"]}"))
                .isEqualTo("thread/start.runtimeWorkspaceRoots");
        assertThat(use("turn/start", "{\"threadId\":\"x\",\"input\":[],\"additionalContext\":{}}"))
                .isEqualTo("turn/start.additionalContext");
        assertThat(use(
                        "thread/start",
                        "{\"permissions\":\"x\",\"approvalPolicy\":{\"granular\":{\"sandbox_approval\":true,"
                                + "\"rules\":true,\"mcp_elicitations\":true}}}"))
                .isEqualTo("askForApproval.granular");
        assertThat(use("memory/reset", "null")).isEqualTo("memory/reset");
    }

    private static @Nullable String use(String method, String params) throws IOException {
        var row = requireNonNull(ClientMethods.named(method), method);
        return experimentalUse(row, params);
    }

    private static <P> @Nullable String experimentalUse(dev.bobbin.protocol.method.Method<P, ?> row, String params)
            throws IOException {
        var decoded = WireJson.decodeParams(WireJson.readTree(params), row.params());
        return WireJson.experimentalUse(row, decoded).orElse(null);
    }

    @Test
    void unknownMethodsAreAnsweredWithAllKnownOnes() {
        assertThat(WireJson.unknownMethod("turn/walk"))
                .startsWith(
                        "Invalid request: unknown variant `turn/walk`, expected one of `initialize`, `thread/start`, ")
                .endsWith("`fuzzyFileSearch/sessionStop`, `turn/run`, `thread/delete`");
    }

    @Test
    void treesComeFromTheSharedFactory() {
        assertThat(WireJson.toTree(JsonNodeFactory.instance.objectNode().put("a", 1))
                        .toString())
                .isEqualTo("{\"a\":1}");
    }

    private static @Nullable JsonRpcMessage read(String line) {
        var bytes = line.getBytes(StandardCharsets.UTF_8);
        return WireJson.readMessage(bytes, 0, bytes.length);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
