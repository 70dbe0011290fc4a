package dev.bobbin.appserver.tool.shell;

import dev.bobbin.appserver.tool.shell.ShellScript.Command;
import dev.bobbin.appserver.tool.shell.ShellScript.Join;
import dev.bobbin.protocol.v2.item.CommandAction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says what a script does in words that a client can show: it reads a file, lists a folder, searches.
 *
 * <p>Formatting at the end of a pipe ({@code | head -n 3}), leading {@code cd x &&}, {@code echo} and {@code true} are
 * folded away. If any part is not understood, the whole script is one unknown action.
 */
public final class CommandActions {
    private static final Set<String> FORMATTERS =
            Set.of("wc", "tr", "cut", "sort", "uniq", "tee", "column", "yes", "printf", "awk", "xargs");
    private static final Set<String> READERS = Set.of("cat", "bat", "batcat", "less", "more", "nl");
    private static final Set<String> LISTERS = Set.of("ls", "tree", "eza", "exa", "du");
    private static final Set<String> GREPS = Set.of("grep", "egrep", "fgrep", "rg", "ag", "ack", "rga", "pt");
    private static final Set<String> VALUE_OPTIONS = Set.of(
            "-A",
            "-B",
            "-C",
            "-m",
            "-g",
            "-t",
            "-T",
            "-I",
            "-L",
            "-w",
            "--max-count",
            "--glob",
            "--type",
            "--context",
            "--ignore",
            "--after-context",
            "--before-context",
            "--max-depth",
            "--include",
            "--exclude");

    private final String script;
    private final List<CommandAction> actions = new ArrayList<>();
    private Path cwd;

    private CommandActions(String script, Path cwd) {
        this.script = script;
        this.cwd = cwd;
    }

    /** What a script does when it is run in {@code cwd}; at least one action. */
    public static List<CommandAction> of(String script, Path cwd) {
        var whole = List.<CommandAction>of(new CommandAction.Unknown(script));
        return ShellScript.parse(script)
                .map(plain -> new CommandActions(script, cwd).actions(plain))
                .filter(actions -> !actions.isEmpty())
                .orElse(whole);
    }

    private List<CommandAction> actions(ShellScript plain) {
        var commands = meaningful(plain.commands());
        for (var command : commands) {
            var words = command.words();
            if (words.getFirst().equals("cd") && words.size() == 2 && commands.size() > 1) {
                cwd = cwd.resolve(words.get(1)).normalize();
                continue;
            }
            var action = action(words);
            if (action == null) {
                return List.of();
            }
            if (actions.isEmpty() || !actions.getLast().equals(action)) {
                actions.add(action);
            }
        }
        return foldedSed(plain) && actions.size() == 1 ? List.of(withWholeCommand(actions.getFirst())) : actions;
    }

    /** The commands without those that only format what others print or say something. */
    private static List<Command> meaningful(List<Command> commands) {
        if (commands.size() == 1) {
            return commands;
        }
        var kept = new ArrayList<Command>();
        for (var command : commands) {
            var words = command.words();
            var idle = words.getFirst().equals("true") || words.getFirst().equals("echo");
            if (!idle && !(command.join() == Join.PIPE && isFormatting(words))) {
                kept.add(command);
            }
        }
        return kept;
    }

    private static boolean isFormatting(List<String> words) {
        return switch (words.getFirst()) {
            case "head", "tail" -> fileOf(words) == null;
            case "sed" -> words.size() == 3 && words.get(1).equals("-n") && SafeCommands.isPrintRange(words.get(2));
            default -> FORMATTERS.contains(words.getFirst());
        };
    }

    /** Whether lines were picked by a sed at the end of a pipe: then the whole script is what was read. */
    private static boolean foldedSed(ShellScript plain) {
        var last = plain.commands().getLast();
        return last.join() == Join.PIPE && last.words().getFirst().equals("sed") && isFormatting(last.words());
    }

    private CommandAction withWholeCommand(CommandAction action) {
        return action instanceof CommandAction.Read read
                ? new CommandAction.Read(script, read.name(), read.path())
                : action;
    }

    private @Nullable CommandAction action(List<String> words) {
        var line = ShellQuote.join(words);
        var name = words.getFirst();
        if (LISTERS.contains(name)) {
            return new CommandAction.ListFiles(line, shown(operand(words, 1)));
        }
        if (READERS.contains(name)) {
            var files = operands(words, 1);
            return files.size() == 1 ? read(line, files.getFirst()) : null;
        }
        if (GREPS.contains(name)) {
            return search(line, words, 1);
        }
        return switch (name) {
            case "head", "tail" -> read(line, fileByLines(words));
            case "sed" -> sed(line, words);
            case "awk" -> {
                var operands = operands(words, 1);
                yield operands.size() == 2 ? read(line, operands.getLast()) : null;
            }
            case "find" -> find(line, words);
            case "fd", "fdfind" -> {
                var operands = operands(words, 1);
                yield operands.isEmpty()
                        ? new CommandAction.ListFiles(line, null)
                        : new CommandAction.Search(
                                line, operands.getFirst(), operands.size() > 1 ? shown(operands.get(1)) : null);
            }
            case "git" -> git(line, words);
            default -> null;
        };
    }

    private @Nullable CommandAction read(String line, @Nullable String file) {
        if (file == null) {
            return null;
        }
        var path = cwd.resolve(file).normalize();
        var name = path.getFileName();
        return new CommandAction.Read(line, name == null ? file : name.toString(), path.toString());
    }

    private @Nullable CommandAction sed(String line, List<String> words) {
        return words.size() == 4 && words.get(1).equals("-n") && SafeCommands.isPrintRange(words.get(2))
                ? read(line, words.get(3))
                : null;
    }

    private static CommandAction search(String line, List<String> words, int from) {
        if (words.contains("--files")) {
            return new CommandAction.ListFiles(line, shown(operand(words, from)));
        }
        var operands = new ArrayList<>(operands(words, from));
        var pattern = words.indexOf("-e");
        var query = pattern >= 0 && pattern + 1 < words.size()
                ? words.get(pattern + 1)
                : operands.isEmpty() ? null : operands.getFirst();
        operands.remove(query);
        return new CommandAction.Search(line, query, operands.isEmpty() ? null : shown(operands.getFirst()));
    }

    private static CommandAction find(String line, List<String> words) {
        var folder = words.size() > 1 && !words.get(1).startsWith("-") ? shown(words.get(1)) : null;
        for (var i = 1; i + 1 < words.size(); i++) {
            switch (words.get(i)) {
                case "-name", "-iname", "-path", "-regex" -> {
                    return new CommandAction.Search(line, words.get(i + 1), folder);
                }
                default -> {}
            }
        }
        return new CommandAction.ListFiles(line, folder);
    }

    private static @Nullable CommandAction git(String line, List<String> words) {
        if (words.size() < 2) {
            return null;
        }
        return switch (words.get(1)) {
            case "grep" -> search(line, words, 2);
            case "ls-files" -> new CommandAction.ListFiles(line, shown(operand(words, 2)));
            default -> null;
        };
    }

    /** The file that {@code head} or {@code tail} reads: the last word that is neither an option nor its number. */
    private static @Nullable String fileOf(List<String> words) {
        for (var i = 1; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("-n") || word.equals("-c")) {
                i++;
            } else if (!word.startsWith("-") && !word.startsWith("+")) {
                return word;
            }
        }
        return null;
    }

    /** The same where nothing but a number of lines is asked for, so that lines of the file are what is read. */
    private static @Nullable String fileByLines(List<String> words) {
        return words.stream().skip(1).anyMatch(word -> word.startsWith("-") && !word.startsWith("-n"))
                ? null
                : fileOf(words);
    }

    private static List<String> operands(List<String> words, int from) {
        var operands = new ArrayList<String>();
        for (var i = from; i < words.size(); i++) {
            if (VALUE_OPTIONS.contains(words.get(i))) {
                i++;
            } else if (!words.get(i).startsWith("-")) {
                operands.add(words.get(i));
            }
        }
        return operands;
    }

    private static @Nullable String operand(List<String> words, int from) {
        var operands = operands(words, from);
        return operands.isEmpty() ? null : operands.getFirst();
    }

    /** A path as clients show it: its last part, passing over names that say little. */
    private static @Nullable String shown(@Nullable String path) {
        if (path == null) {
            return null;
        }
        var parts = path.replaceAll("/+$", "").split("/", -1);
        for (var i = parts.length - 1; i >= 0; i--) {
            var part = parts[i];
            if (!part.isEmpty()
                    && !Set.of("src", "build", "dist", "node_modules").contains(part)) {
                return part;
            }
        }
        return path.replaceAll("/+$", "");
    }
}
