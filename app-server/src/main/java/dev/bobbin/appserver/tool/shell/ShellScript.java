package dev.bobbin.appserver.tool.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plain shell script taken apart.
 *
 * @param commands each command's words, in order; never empty
 */
public record ShellScript(List<Command> commands) {
    /** How a command is joined to the one before it. */
    public enum Join {
        FIRST,
        AND,
        OR,
        THEN,
        PIPE
    }

    /**
     * One command.
     *
     * @param join how it follows the one before
     * @param words its words, unquoted; never empty
     */
    public record Command(Join join, List<String> words) {}

    /** Takes a script apart, or gives nothing where it is not plain. */
    public static Optional<ShellScript> parse(String text) {
        try {
            return Optional.of(new ShellScript(new Reader(text).commands()));
        } catch (NotPlainException e) {
            return Optional.empty();
        }
    }

    /** Found something that a plain script does not have. */
    private static final class NotPlainException extends Exception {
        private static final long serialVersionUID = 1L;

        NotPlainException() {
            super("not a plain script", null, false, false);
        }
    }

    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text.strip();
        }

        List<Command> commands() throws NotPlainException {
            var commands = new ArrayList<Command>();
            var join = Join.FIRST;
            while (true) {
                var words = words();
                if (words.isEmpty()) {
                    throw new NotPlainException();
                }
                commands.add(new Command(join, words));
                if (at >= text.length()) {
                    return List.copyOf(commands);
                }
                join = join();
                skipBlanks(true);
                if (at >= text.length()) {
                    if (join == Join.THEN) {
                        return List.copyOf(commands);
                    }
                    throw new NotPlainException();
                }
            }
        }

        private Join join() throws NotPlainException {
            if (text.startsWith("&&", at)) {
                at += 2;
                return Join.AND;
            }
            if (text.startsWith("||", at)) {
                at += 2;
                return Join.OR;
            }
            return switch (text.charAt(at++)) {
                case '|' -> Join.PIPE;
                case ';', '\n' -> Join.THEN;
                default -> throw new NotPlainException();
            };
        }

        private List<String> words() throws NotPlainException {
            var words = new ArrayList<String>();
            while (true) {
                skipBlanks(false);
                if (at >= text.length() || isJoin(text.charAt(at))) {
                    if (!words.isEmpty() && words.getFirst().indexOf('=') > 0) {
                        throw new NotPlainException(); // an assignment, not a command
                    }
                    return List.copyOf(words);
                }
                words.add(word());
            }
        }

        private static boolean isJoin(char c) {
            return c == '&' || c == '|' || c == ';' || c == '\n';
        }

        private void skipBlanks(boolean newlinesToo) {
            while (at < text.length()) {
                var c = text.charAt(at);
                if (c != ' ' && c != '\t' && !(newlinesToo && c == '\n')) {
                    return;
                }
                at++;
            }
        }

        private String word() throws NotPlainException {
            var word = new StringBuilder();
            while (at < text.length()) {
                var c = text.charAt(at);
                if (c == ' ' || c == '\t' || isJoin(c)) {
                    break;
                }
                at++;
                switch (c) {
                    case '\'' -> singleQuoted(word);
                    case '"' -> doubleQuoted(word);
                    case '\\', '$', '`', '<', '>', '(', ')', '{', '}', '!', '#', '~' -> special(c, word);
                    default -> word.append(c);
                }
            }
            return word.toString();
        }

        /** Signs that mean nothing in the middle of a word; elsewhere they make the script not plain. */
        private void special(char c, StringBuilder word) throws NotPlainException {
            if (!word.isEmpty() && (c == '#' || c == '~' || c == '!')) {
                word.append(c);
                return;
            }
            if ((c == '{' || c == '}') && isLiteralBraces()) {
                word.append(c);
                return;
            }
            throw new NotPlainException();
        }

        /** {@code {}} alone, as {@code find} wants it. */
        private boolean isLiteralBraces() {
            return text.charAt(at - 1) == '{' && at < text.length() && text.charAt(at) == '}'
                    || text.charAt(at - 1) == '}' && at >= 2 && text.charAt(at - 2) == '{';
        }

        private void singleQuoted(StringBuilder word) throws NotPlainException {
            var end = text.indexOf('\'', at);
            if (end < 0) {
                throw new NotPlainException();
            }
            word.append(text, at, end);
            at = end + 1;
        }

        private void doubleQuoted(StringBuilder word) throws NotPlainException {
            while (at < text.length()) {
                var c = text.charAt(at++);
                switch (c) {
                    case '"' -> {
                        return;
                    }
                    case '$', '`', '\\' -> throw new NotPlainException();
                    default -> word.append(c);
                }
            }
            throw new NotPlainException();
        }
    }
}
