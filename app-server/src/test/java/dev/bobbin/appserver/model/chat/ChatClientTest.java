package dev.bobbin.appserver.model.chat;

import static dev.bobbin.appserver.model.ModelRequests.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.appserver.model.ModelEvent;
import dev.bobbin.appserver.model.ModelException;
import dev.bobbin.appserver.model.ModelRequest;
import dev.bobbin.appserver.model.ModelRequests;
import dev.bobbin.appserver.model.ModelTraits;
import dev.bobbin.appserver.model.ScriptedServer;
import dev.bobbin.appserver.model.ScriptedServer.Answer;
import dev.bobbin.appserver.model.http.HttpCalls;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChatClientTest {
    private final HttpCalls http = ModelRequests.http();
    private final ChatClient client = new ChatClient(ModelRequests.calls(http, Map.of(), new ArrayList<>()));

    @AfterEach
    void closeHttp() {
        http.close();
    }

    @Test
    void conversationIsTranslated() throws Exception {
        try (var server = new ScriptedServer(Answer.events(chunk("{\"content\":\"x\"}", "\"stop\""), "[DONE]"))) {
            events(request(
                    server,
                    List.of(
                            "{'type':'message','role':'developer','content':[{'type':'input_text','text':'rules'}]}",
                            "{'type':'message','role':'user','content':[{'type':'input_text','text':'look'},{'type':'input_image','image_url':'data:x'}]}",
                            "{'type':'reasoning','summary':[]}",
                            "{'type':'message','role':'assistant','content':[{'type':'output_text','text':'I look'}]}",
                            "{'type':'function_call','call_id':'c1','name':'f','arguments':'{}'}",
                            "{'type':'custom_tool_call','call_id':'c2','name':'apply_patch','input':'***'}",
                            "{'type':'function_call_output','call_id':'c1','output':'one'}",
                            "{'type':'custom_tool_call_output','call_id':'c2','output':[{'type':'input_text','text':'two'}]}"),
                    List.of(
                            "{'type':'function','name':'f','description':'d','strict':false,'parameters':{'type':'object'}}",
                            "{'type':'custom','name':'apply_patch','description':'p','format':{}}",
                            "{'type':'web_search'}")));
            var received = server.received().getFirst();
            assertThat(received.head()).startsWith("POST /chat/completions HTTP/1.1\r\n");
            assertThat(RawJson.of(received.body()).tree())
                    .isEqualTo(json("{'model':'mock-model','messages':["
                            + "{'role':'system','content':'Be brief.'},{'role':'system','content':'rules'},"
                            + "{'role':'user','content':[{'type':'text','text':'look'},{'type':'image_url','image_url':{'url':'data:x'}}]},"
                            + "{'role':'assistant','content':'I look','tool_calls':["
                            + "{'id':'c1','type':'function','function':{'name':'f','arguments':'{}'}},"
                            + "{'id':'c2','type':'function','function':{'name':'apply_patch','arguments':'{\\'input\\':\\'***\\'}'}}]},"
                            + "{'role':'tool','tool_call_id':'c1','content':'one'},{'role':'tool','tool_call_id':'c2','content':'two'}],"
                            + "'stream':true,'stream_options':{'include_usage':true},'tools':["
                            + "{'type':'function','function':{'name':'f','description':'d','parameters':{'type':'object'},'strict':false}},"
                            + "{'type':'function','function':{'name':'apply_patch','description':'p','parameters':{'type':'object',"
                            + "'properties':{'input':{'type':'string'}},'required':['input'],'additionalProperties':false}}}],"
                            + "'tool_choice':'auto'}"));
        }
    }

    @Test
    void chunksBecomeItems() throws Exception {
        try (var server = new ScriptedServer(Answer.events(
                chunk("{\"role\":\"assistant\",\"content\":null,\"reasoning_content\":\"hm\"}", "null"),
                chunk("{\"content\":\"He\",\"reasoning\":null}", "null"),
                chunk("{\"content\":\"llo\"}", "null"),
                chunk(
                        "{\"tool_calls\":[{\"index\":0,\"id\":\"k1\",\"function\":{\"name\":\"f\",\"arguments\":\"{\\\"a\\\"\"}}]}",
                        "null"),
                chunk(
                        "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\":1}\"}},"
                                + "{\"index\":1,\"id\":\"k2\",\"function\":{\"name\":\"apply_patch\",\"arguments\":\"{\\\"input\\\":\\\"***\\\"}\"}}]}",
                        "null"),
                chunk("{}", "\"tool_calls\""),
                "{\"id\":\"chat-1\",\"choices\":[],\"usage\":{\"prompt_tokens\":7,\"completion_tokens\":2,\"total_tokens\":9}}",
                "[DONE]"))) {
            var events = events(request(server, List.of(), List.of("{'type':'custom','name':'apply_patch'}")));
            assertThat(events.get(1)).isEqualTo(new ModelEvent.Created("chat-1"));
            assertThat(events.get(3)).isEqualTo(new ModelEvent.ReasoningTextDelta("rs_chat-1", 0, "hm"));
            assertThat(events.subList(6, 8))
                    .containsExactly(
                            new ModelEvent.TextDelta("msg_chat-1", "He"),
                            new ModelEvent.TextDelta("msg_chat-1", "llo"));
            var items = new ArrayList<ObjectNode>();
            for (var event : events) {
                if (event instanceof ModelEvent.ItemDone done) {
                    items.add(done.item());
                }
            }
            assertThat(items)
                    .isEqualTo(
                            List.of(
                                    json(
                                            "{'type':'reasoning','id':'rs_chat-1','summary':[],'content':[{'type':'reasoning_text','text':'hm'}]}"),
                                    json(
                                            "{'type':'message','id':'msg_chat-1','role':'assistant','content':[{'type':'output_text','text':'Hello'}]}"),
                                    json(
                                            "{'type':'function_call','id':'fc_0_chat-1','call_id':'k1','name':'f','arguments':'{\\'a\\':1}'}"),
                                    json(
                                            "{'type':'custom_tool_call','id':'ctc_1_chat-1','call_id':'k2','name':'apply_patch','input':'***'}")));
            assertThat(events.getLast()).isEqualTo(new ModelEvent.Completed("chat-1", new TokenUsage(7, 0, 2, 0, 9)));
        }
    }

    @Test
    void endWithoutMarkerIsFineOnceTheModelSaidWhyItStopped() throws Exception {
        try (var server = new ScriptedServer(
                Answer.events(chunk("{\"content\":\"x\"}", "\"stop\"")),
                Answer.events(chunk("{\"content\":\"x\"}", "null")),
                Answer.events(chunk("{\"content\":\"x\"}", "\"length\""), "[DONE]"),
                Answer.events("{\"error\":{\"message\":\"boom\",\"code\":null}}"))) {
            var request = request(server, List.of(), List.of());
            assertThat(events(request).getLast()).isEqualTo(new ModelEvent.Completed("chat-1", null));
            assertThat(failure(request)).endsWith("stream closed before response.completed");
            assertThat(failure(request)).endsWith("Incomplete response returned, reason: max_output_tokens");
            assertThat(failure(request)).isEqualTo("stream disconnected before completion: boom");
        }
    }

    private static String chunk(String delta, String finish) {
        return "{\"id\":\"chat-1\",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + finish
                + "}],\"usage\":null}";
    }

    private static ModelRequest request(ScriptedServer server, List<String> input, List<String> tools) {
        return new ModelRequest(
                provider(server.url()),
                "mock-model",
                "Be brief.",
                input.stream().map(item -> RawJson.of(quoted(item))).toList(),
                tools.stream().map(tool -> RawJson.of(quoted(tool))).toList(),
                ModelTraits.of("mock-model").settings(null, null, null, null, null),
                null,
                "t",
                Map.of(),
                Map.of());
    }

    private List<ModelEvent> events(ModelRequest request) throws ModelException, InterruptedException {
        return ModelRequests.events(client, request);
    }

    private String failure(ModelRequest request) {
        return catchThrowableOfType(ModelException.class, () -> client.stream(request, event -> {}))
                .text();
    }

    private static ObjectNode json(String text) {
        return (ObjectNode) RawJson.of(quoted(text)).tree();
    }

    /** Single quotes are easier to read in a test; a quote within a text is {@code \'}. */
    private static String quoted(String text) {
        return text.replace("\\'", "\u0001").replace('\'', '"').replace("\u0001", "\\\"");
    }
}
