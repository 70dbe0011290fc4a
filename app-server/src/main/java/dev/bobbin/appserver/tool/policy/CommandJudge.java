package dev.bobbin.appserver.tool.policy;

import dev.bobbin.appserver.sandbox.Sandbox;
import dev.bobbin.appserver.tool.policy.CommandRule.Decision;
import dev.bobbin.appserver.tool.shell.SafeCommands;
import dev.bobbin.appserver.tool.shell.ShellScript;
import dev.bobbin.protocol.v2.approval.AskForApproval;
import dev.bobbin.protocol.v2.approval.SandboxPolicy;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges commands. Every command of a script is judged; the strictest judgement counts. Safe for use from many threads.
 */
public final class CommandJudge {
    /** Suggestions that would allow anything at all. */
    private static final Set<String> TOO_BROAD = Set.of(
            "bash",
            "sh",
            "zsh",
            "/bin/bash",
            "/bin/sh",
            "/bin/zsh",
            "python",
            "python3",
            "node",
            "perl",
            "ruby",
            "env",
            "sudo",
            "git");

    private static final Set<String> FORCED = Set.of("-f", "-rf", "-fr", "-Rf", "-fR", "--force");

    private final CommandRules rules;

    public CommandJudge(CommandRules rules) {
        this.rules = rules;
    }

    /**
     * What a script consists of.
     *
     * @param isComplex whether there is more to it than the commands show, so that nothing may be concluded for others
     */
    private record Parts(List<List<String>> commands, boolean isComplex) {}

    private record Judgement(List<String> words, @Nullable CommandRule rule, Decision decision) {}

    /** Judges a command under the policies of its turn. */
    public Verdict judge(CommandRequest request, AskForApproval policy, SandboxPolicy sandbox) {
        var snapshot = rules.current();
        var parts = parts(request);
        var judged = parts.commands().stream()
                .map(words -> judge(words, snapshot, request, parts.isComplex(), policy, sandbox))
                .toList();
        var strictest = judged.stream()
                .map(Judgement::decision)
                .max(Decision::compareTo)
                .orElse(Decision.PROMPT);
        if (snapshot.broken() != null && strictest == Decision.ALLOW) {
            return ask(policy, true, "the rules in " + snapshot.broken() + " cannot be read", null);
        }
        return switch (strictest) {
            case FORBIDDEN -> new Verdict.Refuse(forbidden(request, judged));
            case PROMPT -> prompt(request, judged, parts, policy);
            case ALLOW ->
                new Verdict.Run(
                        judged.stream().allMatch(one -> one.rule() != null),
                        parts.isComplex() ? null : first(judged, Decision.ALLOW));
        };
    }

    private static Parts parts(CommandRequest request) {
        var script = request.script();
        if (script == null) {
            return new Parts(List.of(request.line()), false);
        }
        var plain = ShellScript.parse(script);
        if (plain.isPresent()) {
            return new Parts(words(plain.get()), false);
        }
        var here = script.indexOf("<<");
        if (here > 0) {
            var before = ShellScript.parse(script.substring(0, here));
            if (before.isPresent() && before.get().commands().size() == 1) {
                return new Parts(words(before.get()), true);
            }
        }
        return new Parts(List.of(request.line()), false);
    }

    private static List<List<String>> words(ShellScript script) {
        return script.commands().stream().map(ShellScript.Command::words).toList();
    }

    private static Judgement judge(
            List<String> words,
            CommandRules.Snapshot rules,
            CommandRequest request,
            boolean isComplex,
            AskForApproval policy,
            SandboxPolicy sandbox) {
        var rule = rules.strictest(words);
        if (rule != null) {
            return new Judgement(words, rule, rule.decision());
        }
        if (!isComplex && SafeCommands.isSafe(words)) {
            return new Judgement(words, null, Decision.ALLOW);
        }
        var isFenced = Sandbox.isFenced(sandbox);
        if (isDangerous(words)) {
            var decision = policy instanceof AskForApproval.Never
                    ? isFenced ? Decision.FORBIDDEN : Decision.ALLOW
                    : Decision.PROMPT;
            return new Judgement(words, null, decision);
        }
        var decision = switch (policy) {
            case AskForApproval.Never _, AskForApproval.OnFailure _ -> Decision.ALLOW;
            case AskForApproval.Untrusted _ -> Decision.PROMPT;
            case AskForApproval.OnRequest _, AskForApproval.Granular _ ->
                isFenced && request.reach() != CommandRequest.Reach.USUAL ? Decision.PROMPT : Decision.ALLOW;
        };
        return new Judgement(words, null, decision);
    }

    private static boolean isDangerous(List<String> words) {
        return switch (words.getFirst()) {
            case "rm" -> words.size() > 1 && FORCED.contains(words.get(1));
            case "sudo" -> words.size() > 1 && isDangerous(words.subList(1, words.size()));
            default -> false;
        };
    }

    private static String forbidden(CommandRequest request, List<Judgement> judged) {
        for (var one : judged) {
            var rule = one.rule();
            if (rule != null && rule.decision() == Decision.FORBIDDEN) {
                return "`" + request.display() + "` rejected: "
                        + (rule.justification() == null
                                ? "policy forbids commands starting with `" + rule.prefix() + "`"
                                : rule.justification());
            }
        }
        return "`" + request.display() + "` rejected: blocked by policy";
    }

    private static Verdict prompt(CommandRequest request, List<Judgement> judged, Parts parts, AskForApproval policy) {
        for (var one : judged) {
            var rule = one.rule();
            if (rule != null && rule.decision() == Decision.PROMPT) {
                var reason = "`" + request.display() + "` requires approval"
                        + (rule.justification() == null ? " by policy" : ": " + rule.justification());
                return ask(policy, true, reason, null);
            }
        }
        return ask(policy, false, null, amendment(request, judged, parts));
    }

    private static Verdict ask(
            AskForApproval policy, boolean isByRule, @Nullable String reason, @Nullable List<String> amendment) {
        var refusal = refusal(policy, isByRule);
        return refusal == null ? new Verdict.Ask(reason, amendment) : new Verdict.Refuse(refusal);
    }

    private static @Nullable String refusal(AskForApproval policy, boolean isByRule) {
        return switch (policy) {
            case AskForApproval.Never _ -> "approval required by policy, but AskForApproval is set to Never";
            case AskForApproval.Granular granular
            when isByRule ->
                granular.rules()
                        ? null
                        : "approval required by policy rule, but AskForApproval::Granular.rules is false";
            case AskForApproval.Granular granular ->
                granular.sandboxApproval()
                        ? null
                        : "approval required by policy, but AskForApproval::Granular.sandbox_approval is false";
            case AskForApproval.Untrusted _, AskForApproval.OnFailure _, AskForApproval.OnRequest _ -> null;
        };
    }

    private static @Nullable List<String> amendment(CommandRequest request, List<Judgement> judged, Parts parts) {
        if (parts.isComplex()) {
            return null;
        }
        var suggested = request.prefix();
        var isUsable = !suggested.isEmpty()
                && !(suggested.size() == 1 && TOO_BROAD.contains(suggested.getFirst()))
                && judged.stream().allMatch(one -> one.rule() == null && startsWith(one.words(), suggested));
        return isUsable ? suggested : first(judged, Decision.PROMPT);
    }

    private static boolean startsWith(List<String> words, List<String> prefix) {
        return words.size() >= prefix.size() && words.subList(0, prefix.size()).equals(prefix);
    }

    private static @Nullable List<String> first(List<Judgement> judged, Decision decision) {
        for (var one : judged) {
            if (one.rule() == null && one.decision() == decision) {
                return one.words();
            }
        }
        return null;
    }
}
