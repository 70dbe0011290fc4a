package dev.bobbin.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import dev.bobbin.tests.architecture.SourceTree.Source;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Sources are formatted. {@code mvn spotless:apply} under JDK 25 formats them.
 *
 * <p>Spotless makes the same check itself where Maven runs on JDK 25; here it also runs where Maven is on an older Java.
 */
@Tag("architecture")
class FormattingTest {
    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.PALANTIR;

    private final Formatter formatter = Formatter.createFormatter(
            JavaFormatterOptions.builder().style(STYLE).build());

    @Test
    void bobbinIsFormatted() {
        assertThat(SourceTree.ofBobbin().sources().parallelStream()
                        .filter(source -> !isFormatted(source))
                        .map(Source::path))
                .as("unformatted files; run mvn spotless:apply with JAVA_HOME at a JDK 25")
                .isEmpty();
    }

    @Test
    void anUnformattedSourceIsFound() {
        assertThat(isFormatted(new Source("A.java", "class A {int a( ) {return 1;}}\n")))
                .isFalse();
    }

    /** The steps that spotless takes. */
    private boolean isFormatted(Source source) {
        try {
            var ordered = ImportOrderer.reorderImports(source.text(), STYLE);
            return formatter
                    .formatSource(RemoveUnusedImports.removeUnusedImports(ordered))
                    .equals(source.text());
        } catch (FormatterException e) {
            throw new AssertionError(source.path() + " cannot be parsed", e);
        }
    }
}
