package dev.bobbin.appserver.tool.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.protocol.v2.item.CommandAction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellTest {
    private static final Path CWD = Path.of("/w");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat a.txt",
                "ls -la",
                "head -n1 a.txt",
                "grep x a.txt",
                "rg x",
                "find .",
                "git status",
                "git --no-pager log",
                "git branch",
                "sed -n 1,2p a.txt",
                "cd src && ls",
                "ls | wc -l",
                "ls || pwd",
                "ls \"a b\"",
                "base64 a.txt"
            })
    void looksOnly(String script) {
        assertThat(SafeCommands.isSafe(script)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rg --pre x y",
                "find . -delete",
                "find . -exec rm {} ;",
                "git branch -d x",
                "git branch foo",
                "git commit -m x",
                "sed -i s/a/b/ a.txt",
                "base64 -o x a.txt",
                "ls; rm x",
                "cat a.txt > b",
                "cat a.txt | sort",
                "env",
                "(ls)",
                "ls &",
                "FOO=1 ls",
                "ls $HOME",
                "git -C . status",
                "git log --output=x",
                "git diff --ext-diff",
                "ls `rm x`",
                "ls \"$(rm x)\"",
                "cat <(rm x)",
                "ls\nrm x",
                ""
            })
    void mayDoMore(String script) {
        assertThat(SafeCommands.isSafe(script)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "cat a.txt | ~cat a.txt~",
                "sed -n 1,1p a.txt | ~sed -n '1,1p' a.txt~",
                "cd . && cat a.txt | ~cat a.txt~",
                "cat a.txt ## head -n 1 | ~cat a.txt~",
                "nl a.txt ## sed -n '1,2p' | ~nl a.txt ## sed -n '1,2p'~",
                "tail -n +3 a.txt | ~tail -n +3 a.txt~"
            })
    void readsAFile(String script, String shown) {
        assertThat(CommandActions.of(script.replace("##", "|"), CWD))
                .containsExactly(new CommandAction.Read(shown.replace("##", "|"), "a.txt", "/w/a.txt"));
    }

    @Test
    void listsAndSearches() {
        assertThat(CommandActions.of("ls -la", CWD)).containsExactly(new CommandAction.ListFiles("ls -la", null));
        assertThat(CommandActions.of("rg --files src | head -n 2", CWD))
                .containsExactly(new CommandAction.ListFiles("rg --files src", "src"));
        assertThat(CommandActions.of("grep -rn 'a b' .", CWD))
                .containsExactly(new CommandAction.Search("grep -rn 'a b' .", "a b", "."));
        assertThat(CommandActions.of("find . -name '*.txt'", CWD))
                .containsExactly(new CommandAction.Search("find . -name '*.txt'", "*.txt", "."));
        assertThat(CommandActions.of("ls && cat a.txt", CWD))
                .containsExactly(
                        new CommandAction.ListFiles("ls", null),
                        new CommandAction.Read("cat a.txt", "a.txt", "/w/a.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat a.txt > out",
                "cat a.txt b.txt",
                "ls -a && pwd",
                "echo hi",
                "true",
                "cat $(ls)",
                "python3 x.py"
            })
    void theRestIsUnknownAsAWhole(String script) {
        assertThat(CommandActions.of(script, CWD)).containsExactly(new CommandAction.Unknown(script));
    }

    @Test
    void quotesRunsAsFarAsOneWayCarries() {
        assertThat(ShellQuote.join(List.of("/bin/bash", "-c", "awk '{print $1}' a.txt")))
                .isEqualTo("/bin/bash -c \"awk '{print \"'$1}'\"' a.txt\"");
        assertThat(ShellQuote.quote("plain-word")).isEqualTo("plain-word");
        assertThat(ShellQuote.quote("")).isEqualTo("''");
        assertThat(ShellQuote.quote("1,2p")).isEqualTo("'1,2p'");
    }
}
