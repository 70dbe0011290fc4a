package dev.bobbin.appserver.tool.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a file of rules: calls of {@code prefix_rule} with named arguments, lists, texts and comments, which is the part of
 * the Starlark language that such files are written in.
 */
final class RuleFile {
    private final String text;
    private int at;

    private RuleFile(String text) {
        this.text = text;
    }

    /** The file says something else than rules. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    static List<CommandRule> parse(String text) throws MalformedException {
        return new RuleFile(text).rules();
    }

    /** One rule as the file spells it, with its line's end. */
    static String allowing(List<String> prefix) {
        var line = new StringBuilder("prefix_rule(pattern=[");
        for (var word : prefix) {
            line.append(line.charAt(line.length() - 1) == '[' ? "\"" : ", \"");
            escape(line, word);
            line.append('"');
        }
        return line.append("], decision=\"allow\")\n").toString();
    }

    private static void escape(StringBuilder out, String word) {
        for (var i = 0; i < word.length(); i++) {
            var c = word.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
    }

    private List<CommandRule> rules() throws MalformedException {
        var rules = new ArrayList<CommandRule>();
        for (skip(); at < text.length(); skip()) {
            var name = name();
            if (!name.equals("prefix_rule")) {
                throw malformed("expected prefix_rule");
            }
            rules.add(rule(arguments()));
        }
        return rules;
    }

    private Map<String, Object> arguments() throws MalformedException {
        var arguments = new HashMap<String, Object>();
        expect('(');
        while (!accept(')')) {
            var name = name();
            expect('=');
            arguments.put(name, value());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return arguments;
    }

    private CommandRule rule(Map<String, Object> arguments) throws MalformedException {
        if (!(arguments.get("pattern") instanceof List<?> words) || words.isEmpty()) {
            throw malformed("a rule needs a pattern");
        }
        var pattern = new ArrayList<List<String>>();
        for (var word : words) {
            pattern.add(alternatives(word));
        }
        var decision = switch (String.valueOf(arguments.getOrDefault("decision", "allow"))) {
            case "allow" -> CommandRule.Decision.ALLOW;
            case "prompt" -> CommandRule.Decision.PROMPT;
            case "forbidden" -> CommandRule.Decision.FORBIDDEN;
            case String other -> throw malformed("unknown decision " + other);
        };
        return new CommandRule(
                pattern,
                decision,
                arguments.get("justification") instanceof String justification ? justification : null);
    }

    private List<String> alternatives(Object word) throws MalformedException {
        if (word instanceof String single) {
            return List.of(single);
        }
        var alternatives = new ArrayList<String>();
        if (word instanceof List<?> several) {
            for (var one : several) {
                if (one instanceof String text) {
                    alternatives.add(text);
                }
            }
        }
        if (alternatives.isEmpty()) {
            throw malformed("a pattern is made of texts");
        }
        return alternatives;
    }

    private Object value() throws MalformedException {
        skip();
        if (accept('[')) {
            var list = new ArrayList<Object>();
            while (!accept(']')) {
                list.add(value());
                if (!accept(',')) {
                    expect(']');
                    break;
                }
            }
            return list;
        }
        return quoted();
    }

    private String quoted() throws MalformedException {
        skip();
        if (at == text.length() || (text.charAt(at) != '"' && text.charAt(at) != '\'')) {
            throw malformed("expected a text");
        }
        var quote = text.charAt(at++);
        var value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != quote) {
            var c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                c = unescape(text.charAt(at++));
            }
            value.append(c);
        }
        expect(quote);
        return value.toString();
    }

    private static char unescape(char c) {
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> c;
        };
    }

    private String name() throws MalformedException {
        skip();
        var start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        if (start == at) {
            throw malformed("expected a name");
        }
        return text.substring(start, at);
    }

    private boolean accept(char sign) {
        skip();
        if (at < text.length() && text.charAt(at) == sign) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char sign) throws MalformedException {
        if (!accept(sign)) {
            throw malformed("expected " + sign);
        }
    }

    private void skip() {
        while (at < text.length()) {
            if (text.charAt(at) == '#') {
                var end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else {
                return;
            }
        }
    }

    private MalformedException malformed(String message) {
        return new MalformedException(message + " at character " + at);
    }
}
