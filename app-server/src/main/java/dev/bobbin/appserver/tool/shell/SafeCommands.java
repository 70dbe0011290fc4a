package dev.bobbin.appserver.tool.shell;

import java.util.List;
import java.util.Set;

/**
 * Commands that only look, and so may run without asking anyone.
 *
 * <p>A command is safe by its name and its arguments; a script is safe when it is plain and all of its commands are. The
 * list is the one that clients of this protocol are used to.
 */
public final class SafeCommands {
    private static final Set<String> ALWAYS = Set.of(
            "cat", "cd", "cut", "echo", "expr", "false", "grep", "head", "id", "ls", "nl", "numfmt", "paste", "pwd",
            "rev", "seq", "stat", "tac", "tail", "tr", "true", "uname", "uniq", "wc", "which", "whoami");
    private static final Set<String> GIT_READERS = Set.of("status", "log", "diff", "show");
    private static final Set<String> BRANCH_LISTERS =
            Set.of("--list", "-l", "--show-current", "-a", "--all", "-r", "--remotes", "-v", "-vv", "--verbose");
    private static final List<String> FIND_ACTORS =
            List.of("-exec", "-execdir", "-ok", "-okdir", "-delete", "-fls", "-fprint", "-fprint0", "-fprintf");
    private static final List<String> RIPGREP_ACTORS = List.of("--pre", "--hostname-bin", "--search-zip", "-z");
    private static final List<String> GIT_ACTORS =
            List.of("--output", "--ext-diff", "--textconv", "--exec", "--paginate", "-c", "--config-env");

    private SafeCommands() {}

    /** Whether a shell script only looks. */
    public static boolean isSafe(String script) {
        return ShellScript.parse(script)
                .map(plain -> plain.commands().stream().allMatch(command -> isSafe(command.words())))
                .orElse(false);
    }

    /** Whether one command only looks. */
    public static boolean isSafe(List<String> words) {
        var name = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        var arguments = words.subList(1, words.size());
        if (ALWAYS.contains(name)) {
            return true;
        }
        return switch (name) {
            case "base64" -> hasNone(arguments, List.of("-o", "--output"));
            case "find" -> arguments.stream().noneMatch(FIND_ACTORS::contains);
            case "rg" -> hasNone(arguments, RIPGREP_ACTORS);
            case "git" -> isSafeGit(arguments);
            case "sed" -> isSafeSed(arguments);
            default -> false;
        };
    }

    /** Whether no argument is one of these options, alone or with a value attached. */
    private static boolean hasNone(List<String> arguments, List<String> options) {
        return arguments.stream()
                .noneMatch(argument -> options.stream()
                        .anyMatch(option -> argument.equals(option)
                                || argument.startsWith(option.startsWith("--") ? option + "=" : option)));
    }

    private static boolean isSafeGit(List<String> arguments) {
        var at = 0;
        while (at < arguments.size() && arguments.get(at).equals("--no-pager")) {
            at++;
        }
        if (at == arguments.size()) {
            return false;
        }
        var rest = arguments.subList(at + 1, arguments.size());
        if (arguments.get(at).equals("branch")) {
            return rest.stream()
                    .allMatch(argument -> BRANCH_LISTERS.contains(argument)
                            || argument.startsWith("--format=")
                            || argument.startsWith("--sort="));
        }
        return GIT_READERS.contains(arguments.get(at)) && hasNone(rest, GIT_ACTORS);
    }

    /** {@code sed -n 1,200p [file]}, and nothing else. */
    private static boolean isSafeSed(List<String> arguments) {
        return (arguments.size() == 2 || arguments.size() == 3)
                && arguments.getFirst().equals("-n")
                && isPrintRange(arguments.get(1));
    }

    /** Whether a sed script only prints lines by number: {@code 10p}, {@code 1,20p}. */
    static boolean isPrintRange(String script) {
        if (!script.endsWith("p")) {
            return false;
        }
        var numbers = script.substring(0, script.length() - 1).split(",", -1);
        if (numbers.length > 2) {
            return false;
        }
        for (var number : numbers) {
            if (number.isEmpty() || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
        }
        return true;
    }
}
