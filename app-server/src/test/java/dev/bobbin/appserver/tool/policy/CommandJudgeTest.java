package dev.bobbin.appserver.tool.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandJudgeTest {
    private static final AskForApproval UNTRUSTED = new AskForApproval.Untrusted();
    private static final AskForApproval ON_REQUEST = new AskForApproval.OnRequest();
    private static final AskForApproval ON_FAILURE = new AskForApproval.OnFailure();
    private static final AskForApproval NEVER = new AskForApproval.Never();
    private static final SandboxPolicy OPEN = new SandboxPolicy.DangerFullAccess();
    private static final SandboxPolicy FENCED = new SandboxPolicy.ReadOnly(false);

    @TempDir
    Path home;

    private Verdict judge(String script, AskForApproval policy, SandboxPolicy sandbox) {
        return judge(request(script, false, List.of()), policy, sandbox);
    }

    private Verdict judge(CommandRequest request, AskForApproval policy, SandboxPolicy sandbox) {
        return new CommandJudge(new CommandRules(home)).judge(request, policy, sandbox);
    }

    private static CommandRequest request(String script, boolean wantsOut, List<String> prefix) {
        return new CommandRequest(
                List.of("/bin/bash", "-c", script),
                script,
                wantsOut ? CommandRequest.Reach.OUTSIDE : CommandRequest.Reach.USUAL,
                prefix);
    }

    private void rules(String text) throws IOException {
        Files.createDirectories(home.resolve("rules"));
        Files.writeString(home.resolve("rules/default.rules"), text);
    }

    private static Verdict ask(String... amendment) {
        return new Verdict.Ask(null, List.of(amendment));
    }

    @Test
    void whatOnlyLooksIsNeverAskedFor() {
        assertThat(judge("ls && cat a", UNTRUSTED, OPEN)).isInstanceOf(Verdict.Run.class);
    }

    @Test
    void theFirstUnknownCommandIsOfferedAsARule() {
        assertThat(judge("ls; touch c", UNTRUSTED, OPEN)).isEqualTo(ask("touch", "c"));
        assertThat(judge("echo x > y", UNTRUSTED, OPEN)).isEqualTo(ask("/bin/bash", "-c", "echo x > y"));
    }

    @Test
    void aHereDocumentOffersNoRule() {
        assertThat(judge("python3 - <<EOF\nprint(1)\nEOF\n", UNTRUSTED, OPEN)).isEqualTo(new Verdict.Ask(null, null));
    }

    @Test
    void theModelsSuggestionIsOfferedUnlessItWouldAllowAnything() {
        assertThat(judge(request("touch x", false, List.of("touch")), UNTRUSTED, OPEN))
                .isEqualTo(ask("touch"));
        assertThat(judge(request("python3 x.py", false, List.of("python3")), UNTRUSTED, OPEN))
                .isEqualTo(ask("python3", "x.py"));
        assertThat(judge(request("touch x", false, List.of("cp")), UNTRUSTED, OPEN))
                .isEqualTo(ask("touch", "x"));
    }

    @Test
    void policiesThatTrustRunTheUnknown() {
        for (var policy : List.of(NEVER, ON_FAILURE, ON_REQUEST)) {
            assertThat(judge("touch x", policy, FENCED)).isEqualTo(new Verdict.Run(false, List.of("touch", "x")));
        }
    }

    @Test
    void leavingTheFenceIsAskedForOnRequest() {
        var request = request("touch x", true, List.of());
        assertThat(judge(request, ON_REQUEST, FENCED)).isEqualTo(ask("touch", "x"));
        assertThat(judge(request, ON_REQUEST, OPEN)).isInstanceOf(Verdict.Run.class);
    }

    @Test
    void deletingByForceIsAskedForOrRefused() {
        assertThat(judge("rm -rf x", ON_FAILURE, FENCED)).isEqualTo(ask("rm", "-rf", "x"));
        assertThat(judge("rm -rf x", NEVER, FENCED))
                .isEqualTo(new Verdict.Refuse("`/bin/bash -c 'rm -rf x'` rejected: blocked by policy"));
        assertThat(judge("rm -rf x", NEVER, OPEN)).isInstanceOf(Verdict.Run.class);
    }

    @Test
    void rulesAllowAskAndForbid() throws IOException {
        rules("""
                # the user's
                prefix_rule(pattern=["touch"], decision="allow")
                prefix_rule(pattern=["mkdir"], decision="prompt", justification="why")
                prefix_rule(pattern=[["rmdir", "unlink"]], decision="forbidden")
                """);
        assertThat(judge("touch a && touch b", UNTRUSTED, FENCED)).isEqualTo(new Verdict.Run(true, null));
        assertThat(judge("touch a && cp a b", UNTRUSTED, OPEN)).isEqualTo(ask("cp", "a", "b"));
        assertThat(judge("mkdir d", UNTRUSTED, OPEN))
                .isEqualTo(new Verdict.Ask("`/bin/bash -c 'mkdir d'` requires approval: why", null));
        assertThat(judge("mkdir d", NEVER, OPEN))
                .isEqualTo(new Verdict.Refuse("approval required by policy, but AskForApproval is set to Never"));
        assertThat(judge("ls; unlink d", UNTRUSTED, OPEN))
                .isEqualTo(new Verdict.Refuse(
                        "`/bin/bash -c 'ls; unlink d'` rejected: " + "policy forbids commands starting with `rmdir`"));
    }

    @Test
    void granularPoliciesRefuseWhatTheyDoNotAskFor() throws IOException {
        rules("prefix_rule(pattern=[\"mkdir\"], decision=\"prompt\")\n");
        var silent = new AskForApproval.Granular(false, false, false, false, true);
        assertThat(judge("mkdir d", silent, OPEN))
                .isEqualTo(new Verdict.Refuse(
                        "approval required by policy rule, but AskForApproval::Granular.rules is false"));
        assertThat(judge("rm -rf d", silent, OPEN)).isInstanceOf(Verdict.Refuse.class);
    }

    @Test
    void anUnreadableFileOfRulesMakesEverythingAQuestion() throws IOException {
        rules("prefix_rule(pattern=[\"mkdir\"");
        assertThat(judge("ls", ON_REQUEST, OPEN)).isInstanceOf(Verdict.Ask.class);
        assertThat(judge("ls", NEVER, OPEN)).isInstanceOf(Verdict.Refuse.class);
    }

    @Test
    void anAllowedBeginningIsWrittenOnceAndCountsAtOnce() throws IOException {
        var rules = new CommandRules(home);
        var judge = new CommandJudge(rules);
        rules.allow(List.of("touch", "a \"b\"\\"));
        rules.allow(List.of("touch", "a \"b\"\\"));
        assertThat(home.resolve("rules/default.rules"))
                .hasContent("prefix_rule(pattern=[\"touch\", \"a \\\"b\\\"\\\\\"], decision=\"allow\")\n");
        assertThat(judge.judge(request("touch 'a \"b\"\\' more", false, List.of()), UNTRUSTED, OPEN))
                .isEqualTo(new Verdict.Run(true, null));
    }
}
