package dev.bobbin.tests.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.bobbin.tests.architecture.SourceTree.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What a review would otherwise have to say again. Each check returns its complaints, empty when all is well. */
final class TidyChecks {
    /** Lines of a file, imports not counted. 300 wants a reason. */
    static final int MAX_FILE_LINES = 500;

    /** The same for tests, which tell stories. */
    static final int MAX_TEST_LINES = 80;

    /** Lines of a method from its signature to its closing brace. 40 wants a reason. One statement may be a table. */
    static final int MAX_METHOD_LINES = 60;

    private static final Set<String> FORBIDDEN_PACKAGES =
            Set.of("util", "utils", "common", "helper", "helpers", "misc", "impl", "manager");
    private static final Pattern FORBIDDEN_CLASS = Pattern.compile(".*(Utils?|Helper|Helpers|Impl|Manager)\\.java");
    private static final Pattern STAR_IMPORT = Pattern.compile("import (static )?[\\w.]+\\.\\*;");
    private static final Pattern UNFINISHED = Pattern.compile("(//|\\*).*\\b(TODO|FIXME|XXX)\\b");
    private static final Pattern WITH_ISSUE = Pattern.compile("\\b(TODO|FIXME|XXX)\\(#\\d+\\)");
    private static final Pattern SLEEP = Pattern.compile("\\bThread\\.sleep\\(");
    private static final Pattern DOC_PARAGRAPH = Pattern.compile("(?s)^\\s*/\\*\\*[\\s*]*\\S.{20,}?\\*/.*");

    private TidyChecks() {}

    static Stream<String> longFiles(List<Source> sources) {
        return sources.stream()
                .filter(source -> lengthOf(source) > MAX_FILE_LINES)
                .map(source -> source.path() + " has " + lengthOf(source) + " lines without imports; " + MAX_FILE_LINES
                        + " is the limit");
    }

    private static long lengthOf(Source source) {
        return source.lines().stream()
                .filter(line -> !line.startsWith("import "))
                .count();
    }

    static Stream<String> packagesWithoutInfo(List<Source> sources) {
        var packages = new TreeSet<String>();
        var described = new TreeSet<String>();
        for (var source : sources) {
            var name = packageOf(source);
            packages.add(name);
            if (source.fileName().equals("package-info.java")
                    && source.text().contains("@NullMarked")
                    && DOC_PARAGRAPH.matcher(source.text()).matches()) {
                described.add(name);
            }
        }
        packages.removeAll(described);
        return packages.stream().map(name -> name + " lacks a package-info with @NullMarked and a paragraph");
    }

    private static String packageOf(Source source) {
        return source.lines().stream()
                .filter(line -> line.startsWith("package "))
                .map(line ->
                        line.substring("package ".length()).replace(";", "").strip())
                .findFirst()
                .orElse(source.path());
    }

    static Stream<String> forbiddenNames(List<Source> sources) {
        return sources.stream()
                .filter(source -> Stream.of(packageOf(source).split("\\.")).anyMatch(FORBIDDEN_PACKAGES::contains)
                        || (FORBIDDEN_CLASS.matcher(source.fileName()).matches()
                                && !source.fileName().equals("ThreadManager.java")))
                .map(source -> source.path() + " is named after nothing: say what it owns");
    }

    static Stream<String> starImports(List<Source> sources) {
        return matching(sources, STAR_IMPORT, "imports a whole package");
    }

    static Stream<String> unfinished(List<Source> sources) {
        return sources.stream()
                .filter(source -> !source.path().endsWith("/TidyChecks.java"))
                .flatMap(source -> numbered(source)
                        .filter(line -> UNFINISHED.matcher(line).find()
                                && !WITH_ISSUE.matcher(line).find()))
                .map(line -> line + " (leave no note without an issue)");
    }

    /** A measurement may take time: that is what many of them measure. */
    static Stream<String> sleepingTests(List<Source> sources) {
        var tests = sources.stream()
                .filter(source -> source.isTest() && !source.path().contains("/src/main/java/dev/bobbin/tests/bench/"))
                .toList();
        return matching(tests, SLEEP, "waits for time, not for an event");
    }

    private static Stream<String> matching(List<Source> sources, Pattern pattern, String complaint) {
        return sources.stream()
                .flatMap(TidyChecks::numbered)
                .filter(line -> pattern.matcher(line).find())
                .map(line -> line + " (" + complaint + ")");
    }

    private static Stream<String> numbered(Source source) {
        var lines = source.lines();
        var numbered = new ArrayList<String>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            numbered.add(source.path() + ":" + (i + 1) + ": " + lines.get(i).strip());
        }
        return numbered.stream();
    }

    static Stream<String> longMethods(List<Source> sources) {
        var complaints = new ArrayList<String>();
        var files = sources.stream().map(TidyChecks::fileObject).toList();
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, null, null, null, files);
        try {
            for (CompilationUnitTree unit : task.parse()) {
                var lines = unit.getLineMap();
                new MethodLengths(Trees.instance(task), lines, complaints).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints.stream();
    }

    private static JavaFileObject fileObject(Source source) {
        return new SimpleJavaFileObject(URI.create("string:///" + source.path()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return source.text();
            }
        };
    }

    private static final class MethodLengths extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final LineMap lines;
        private final List<String> complaints;

        MethodLengths(Trees trees, LineMap lines, List<String> complaints) {
            this.trees = trees;
            this.lines = lines;
            this.complaints = complaints;
        }

        @Override
        public Void visitMethod(MethodTree method, Void unused) {
            var unit = getCurrentPath().getCompilationUnit();
            var positions = trees.getSourcePositions();
            long first = positions.getStartPosition(unit, method);
            long last = positions.getEndPosition(unit, method);
            if (method.getBody() != null && method.getBody().getStatements().size() != 1 && last > first) {
                long length = lines.getLineNumber(last) - lines.getLineNumber(first) + 1;
                var file = unit.getSourceFile().getName();
                var limit = file.contains("src/test/") ? MAX_TEST_LINES : MAX_METHOD_LINES;
                if (length > limit) {
                    complaints.add(
                            file + ": " + method.getName() + " has " + length + " lines; " + limit + " is the limit");
                }
            }
            return super.visitMethod(method, unused);
        }
    }
}
