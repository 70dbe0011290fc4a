package dev.bobbin.appserver.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.rollout.line.RawJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    Path home;

    @Test
    void missingFileMeansDefaults() {
        var config = loader().load(null);
        assertThat(config.model()).isEqualTo("gpt-5.5");
        assertThat(config.modelProviderId()).isEqualTo("openai");
        assertThat(config.provider().baseUrl()).isEqualTo("https://api.openai.com/v1");
        assertThat(config.approvalPolicy()).isEqualTo(new AskForApproval.OnRequest());
        assertThat(config.sandboxPolicy()).isEqualTo(new SandboxPolicy.ReadOnly(false));
        assertThat(config.codexHome()).isEqualTo(home);
        assertThat(config.sqliteHome()).isEqualTo(home);
        assertThat(config.compatVersion()).isEqualTo("0.137.0");
        assertThat(config.durability()).isEqualTo(Durability.TURN);
        assertThat(config.projectDocs()).isEqualTo(new ProjectDocSettings(32768, List.of()));
        assertThat(config.features().enabled("goals")).isTrue();
        assertThat(config.features().enabled("memories")).isFalse();
    }

    @Test
    void everySettingIsRead() throws IOException {
        write("""
                model = "m"
                model_provider = "mine"
                model_reasoning_effort = "high"
                model_verbosity = "low"
                service_tier = "fast"
                sqlite_home = "db"
                sandbox_mode = "workspace-write"
                approval_policy = { granular = { sandbox_approval = true, rules = false, mcp_elicitations = true } }
                project_doc_fallback_filenames = ["CLAUDE.md"]
                experimental_thread_store = { type = "in_memory", id = "x" }
                unknown = 1
                compat_version = "0.140.0"
                durability = "always"

                [model_providers.mine]
                name = "Mine"
                base_url = "http://127.0.0.1:1/v1"
                wire_api = "chat"
                env_key = "KEY"
                http_headers = { a = "b" }
                env_http_headers = { c = "D" }
                query_params = { v = "1" }
                request_max_retries = 0
                stream_max_retries = 1000
                stream_idle_timeout_ms = 500
                surprise = true

                [sandbox_workspace_write]
                writable_roots = ["rel", "/abs"]
                network_access = true

                [features]
                goals = false
                """);
        var config = loader().load(null);
        assertThat(config.model()).isEqualTo("m");
        assertThat(config.provider())
                .isEqualTo(new ProviderConfig(
                        "mine",
                        "Mine",
                        WireApi.CHAT,
                        "http://127.0.0.1:1/v1",
                        "KEY",
                        null,
                        null,
                        Map.of("a", "b"),
                        Map.of("c", "D"),
                        Map.of("v", "1"),
                        0,
                        100,
                        Duration.ofMillis(500),
                        false));
        assertThat(config.reasoning().effort()).isEqualTo(ReasoningEffort.HIGH);
        assertThat(config.verbosity()).isEqualTo(Verbosity.LOW);
        assertThat(config.serviceTier()).isEqualTo("priority");
        assertThat(config.sqliteHome()).isEqualTo(home.resolve("db"));
        assertThat(config.approvalPolicy()).isEqualTo(new AskForApproval.Granular(true, false, false, false, true));
        assertThat(config.sandboxPolicy())
                .isEqualTo(new SandboxPolicy.WorkspaceWrite(
                        List.of(home.resolve("rel").toString(), "/abs"), true, false, false));
        assertThat(config.projectDocs().fallbackFilenames()).containsExactly("CLAUDE.md");
        assertThat(config.threadStore()).isEqualTo(new ThreadStoreChoice("in_memory", Map.of("id", "x")));
        assertThat(config.features().enabled("goals")).isFalse();
        assertThat(config.compatVersion()).isEqualTo("0.140.0");
        assertThat(config.durability()).isEqualTo(Durability.ALWAYS);
        assertThat(config.raw().path("unknown").intValue()).isEqualTo(1);
    }

    @Test
    void laterLayersWin() throws IOException {
        write("model = \"file\"\nmodel_provider = \"offline\"\n");
        Files.writeString(home.resolve("p.config.toml"), "model = \"profile\"\nmodel_verbosity = \"high\"\n");
        var loader = new ConfigLoader(
                home,
                "p",
                List.of(
                        "model_reasoning_effort=low",
                        "model_providers.q.name=Q",
                        "project_doc_max_bytes=7",
                        "x.y=\"a b\""),
                Map.of("CODEX_SQLITE_HOME", "/sql"));
        var config = loader.load(null, json("{\"model_providers.q.base_url\":\"http://q\",\"model_provider\":\"q\"}"));
        assertThat(config.model()).isEqualTo("profile");
        assertThat(config.verbosity()).isEqualTo(Verbosity.HIGH);
        assertThat(config.reasoning().effort()).isEqualTo(ReasoningEffort.LOW);
        assertThat(config.provider().baseUrl()).isEqualTo("http://q");
        assertThat(config.projectDocs().maxBytes()).isEqualTo(7);
        assertThat(config.raw().at("/x/y").textValue()).isEqualTo("a b");
        assertThat(config.sqliteHome()).isEqualTo(Path.of("/sql"));
        assertThat(loader.load(null).modelProviderId()).isEqualTo("offline");
    }

    @Test
    void trustInAProjectDecidesWhatIsAllowed() throws IOException {
        var project = Files.createDirectories(home.resolve("project/.git")).getParent();
        var inner = Files.createDirectories(project.resolve("src"));
        write("[projects.\"" + project
                + "\"]\ntrust_level = \"trusted\"\n[projects.\"/bad\"]\ntrust_level = \"untrusted\"\n");
        assertThat(loader().load(inner).sandboxPolicy()).isInstanceOf(SandboxPolicy.WorkspaceWrite.class);
        assertThat(loader().load(Path.of("/bad")).approvalPolicy()).isEqualTo(new AskForApproval.Untrusted());
        assertThat(loader().load(home).sandboxPolicy()).isInstanceOf(SandboxPolicy.ReadOnly.class);
    }

    @Test
    void problemsInTheFileAreToldWithTheirPlace() throws IOException {
        assertProblem("model = 7\n", "FILE:1:9: invalid type: integer `7`, expected a string");
        assertProblem(
                "\n  sandbox_mode = \"bogus\"\n",
                "FILE:2:18: unknown variant `bogus`, expected one of `read-only`, `workspace-write`, `danger-full-access`");
        assertProblem("sandbox_mode = 3\n", "FILE:1:16: wanted string or table");
        assertProblem(
                "[model_providers.x]\nname=\"n\"\nrequest_max_retries=\"a\"\n",
                "FILE:3:21: invalid type: string \"a\", expected u64");
        assertProblem(
                "[model_providers.x]\nbase_url=\"n\"\n",
                "FILE:1:2: model_providers.x: provider name must not be empty");
        assertProblem(
                "[model_providers.x]\nname=\"n\"\nwire_api=\"bog\"\n",
                "FILE:3:10: unknown variant `bog`, expected `responses`");
        assertProblem(
                "[model_providers.openai]\nname=\"n\"\n",
                "FILE:1:2: model_providers contains reserved built-in provider IDs: `openai`. Built-in providers cannot be"
                        + " overridden. Rename your custom provider (for example, `openai-custom`).");
        assertProblem("model_provider=\"nope\"\n", "Model provider `nope` not found");
        assertProblem(
                "profile = \"p\"\n",
                "legacy `profile = \"p\"` config is no longer supported; use `--profile p` with `p.config.toml` instead");
    }

    private void assertProblem(String toml, String problem) throws IOException {
        write(toml);
        assertThatThrownBy(() -> loader().load(null))
                .isInstanceOf(ConfigException.class)
                .hasMessage("failed to load configuration: "
                        + problem.replace("FILE", home.resolve("config.toml").toString()));
    }

    @Test
    void textThatIsNotTomlIsToldWithItsPlaceAndMendsItself() throws IOException {
        write("model = \"a\"\nthis is not toml\n");
        var loader = loader();
        assertThatThrownBy(() -> loader.load(null))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("failed to load configuration: " + home.resolve("config.toml") + ":2:");
        write("model = \"b\"\n");
        assertThat(loader.load(null).model()).isEqualTo("b");
    }

    @Test
    void problemsInOverridesAreToldWithTheirKey() {
        assertOverride(
                "{\"model_reasoning_effort\":7}",
                "invalid type: unit variant, expected string only\nin `model_reasoning_effort`\n");
        assertOverride(
                "{\"sandbox_mode\":\"bogus\"}",
                "unknown variant `bogus`, expected one of `read-only`, `workspace-write`, `danger-full-access`\nin"
                        + " `sandbox_mode`\n");
        assertOverride(
                "{\"model_reasoning_effort\":null}",
                "unknown variant ``, expected one of `none`, `minimal`, `low`, `medium`, `high`, `xhigh`\nin"
                        + " `model_reasoning_effort`\n");
        assertOverride(
                "{\"project_doc_max_bytes\":-1}",
                "invalid value: integer `-1`, expected usize\nin `project_doc_max_bytes`\n");
        assertOverride(
                "{\"features\":{\"goals\":\"x\"}}", "invalid type: string \"x\", expected a boolean\nin `features`\n");
        assertOverride(
                "{\"model_providers.q\":7}",
                "invalid type: integer `7`, expected struct ModelProviderInfo\nin `model_providers.q`\n");
        assertOverride(
                "{\"sandbox_workspace_write.network_access\":\"yes\"}",
                "invalid type: string \"yes\", expected a boolean\nin `sandbox_workspace_write.network_access`\n");
        assertOverride(
                "{\"experimental_thread_store\":{\"type\":\"bogus\"}}",
                "unknown variant `bogus`, expected `local` or `in_memory`\nin `experimental_thread_store.type`\n");
    }

    private void assertOverride(String overrides, String problem) {
        assertThatThrownBy(() -> loader().load(null, json(overrides)))
                .isInstanceOf(ConfigException.class)
                .hasMessage("failed to load configuration: " + problem);
    }

    @Test
    void commandLineValuesAreTomlOrPlainText() {
        var tree = ConfigLayers.ofCommandLine(List.of(
                "a=1", "b=true", "c=[\"x\"]", "d=o3", "e=\"q\"", "f.g=gpt-5.5", "h='it''", "i={x=1}", "j=", "k = v"));
        assertThat(tree)
                .isEqualTo(json("{\"a\":1,\"b\":true,\"c\":[\"x\"],\"d\":\"o3\",\"e\":\"q\",\"f\":{\"g\":\"gpt-5.5\"},"
                        + "\"h\":\"it\",\"i\":{\"x\":1},\"j\":\"\",\"k\":\"v\"}"));
        assertThatThrownBy(() -> ConfigLayers.ofCommandLine(List.of("model")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid override (missing '='): model");
    }

    @Test
    void toolServersAreReadAndChecked() throws IOException {
        write("""
                [mcp_servers.web]
                url = "https://example.org/mcp"
                bearer_token_env_var = "TOKEN"
                startup_timeout_ms = 1500
                [mcp_servers.child]
                command = "run"
                args = ["a"]
                env_vars = ["A", { name = "B" }]
                tool_timeout_sec = 0.5
                enabled_tools = ["x", "y"]
                disabled_tools = ["y"]
                default_tools_approval_mode = "prompt"
                tools.x.approval_mode = "approve"
                """);
        var servers = loader().load(null).mcpServers();
        assertThat(servers).extracting(McpServerConfig::name).containsExactly("child", "web");
        var child = servers.getFirst();
        assertThat(child.transport())
                .isEqualTo(new McpServerConfig.Stdio("run", List.of("a"), Map.of(), List.of("A", "B"), null));
        assertThat(child.toolTimeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(child.offers("x")).isTrue();
        assertThat(child.offers("y")).isFalse();
        assertThat(child.approvalMode("x")).isEqualTo(McpApprovalMode.APPROVE);
        assertThat(child.approvalMode("z")).isEqualTo(McpApprovalMode.PROMPT);
        assertThat(servers.getLast().startupTimeout()).isEqualTo(Duration.ofMillis(1500));

        write("[mcp_servers.both]\ncommand = \"x\"\nurl = \"y\"\n");
        assertThatThrownBy(() -> loader().load(null)).hasMessageContaining("url is not supported for stdio");
        write("[mcp_servers.none]\nargs = []\n");
        assertThatThrownBy(() -> loader().load(null)).hasMessageContaining("invalid transport");
    }

    @Test
    void onlySettingsThatThereAreNotAreUnknown() throws IOException {
        write("approval_deadline_seconds = 1\ncompress_idle_threads = true\nthread_idle_unload_seconds = 1\n");
        assertThat(loader().unknownSetting()).isNull();
        write("model = \"m\"\nmodle = \"m\"\n");
        assertThat(loader().unknownSetting()).endsWith("config.toml:2:1: unknown configuration field `modle`");
    }

    private ConfigLoader loader() {
        return new ConfigLoader(home, null, List.of(), Map.of());
    }

    private void write(String toml) throws IOException {
        Files.writeString(home.resolve("config.toml"), toml);
    }

    private static ObjectNode json(String text) {
        var tree = JsonNodeFactory.instance.objectNode();
        tree.setAll((ObjectNode) RawJson.of(text).tree());
        return tree;
    }
}
