package dev.bobbin.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.tests.architecture.SourceTree.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tidy checks, held against Bobbin's sources and, to show that they fire, against bad ones. */
@Tag("architecture")
class TidyTest {
    private static final Map<String, Function<List<Source>, Stream<String>>> CHECKS = new LinkedHashMap<>();
    private static final Map<String, Source> BAD = Map.of(
            "files are short", bad("A.java", "package a;\n" + "// line\n".repeat(TidyChecks.MAX_FILE_LINES)),
            "methods are short",
                    bad("A.java", "class A { void a() { b();" + "\n".repeat(TidyChecks.MAX_TEST_LINES) + "b(); } }"),
            "packages say what they are", bad("package-info.java", "/** Short. */\n@NullMarked\npackage a;\n"),
            "names say what they own", bad("PathUtils.java", "package a;\n"),
            "imports are named", bad("A.java", "package a;\nimport java.util" + ".*;\n"),
            "nothing is left to do", bad("A.java", "package a;\n// TO" + "DO finish\n"),
            "tests wait for events", bad("A.java", "package a;\nclass A { void a() { Thread" + ".sleep(1); } }\n"));

    static {
        CHECKS.put("files are short", TidyChecks::longFiles);
        CHECKS.put("methods are short", TidyChecks::longMethods);
        CHECKS.put("packages say what they are", TidyChecks::packagesWithoutInfo);
        CHECKS.put("names say what they own", TidyChecks::forbiddenNames);
        CHECKS.put("imports are named", TidyChecks::starImports);
        CHECKS.put("nothing is left to do", TidyChecks::unfinished);
        CHECKS.put("tests wait for events", TidyChecks::sleepingTests);
    }

    @TestFactory
    Stream<DynamicTest> bobbinIsTidy() {
        var sources = SourceTree.ofBobbin().sources();
        return CHECKS.entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.getKey(),
                        () -> assertThat(check.getValue().apply(sources)).isEmpty()));
    }

    @Test
    void everyPackageIsOnTheMap() throws IOException {
        var map = Files.readString(SourceTree.ofBobbin().root().resolve("ARCHITECTURE.md"));

        assertThat(SourceTree.ofBobbin().sources().stream()
                        .filter(source -> source.fileName().equals("package-info.java"))
                        .filter(source -> !source.isTest())
                        .map(source -> source.path().replaceFirst(".*/dev/bobbin/([^/]+(/[^/]+)?).*", "$1"))
                        .map(folder -> folder.replace("/package-info.java", "").replace('/', '.'))
                        .filter(name -> !map.contains("`" + name)))
                .as("packages that ARCHITECTURE.md does not mention")
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyCheckFiresOnABadSource() {
        return CHECKS.entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.getKey(),
                        () -> assertThat(check.getValue().apply(List.of(BAD.get(check.getKey()))))
                                .hasSize(1)));
    }

    private static Source bad(String name, String text) {
        return new Source("tests/src/test/java/a/" + name, text);
    }
}
