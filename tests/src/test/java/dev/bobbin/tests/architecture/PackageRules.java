package dev.bobbin.tests.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which package may depend on which. Packages that do not exist yet break nothing. */
final class PackageRules {
    /** The modules' packages, lowest first. None may know a later one. */
    private static final List<String> MODULES = List.of("protocol", "rollout", "threadstore", "appserver", "tests");

    /** Parents whose child packages must not depend on one another in circles. */
    private static final List<String> FREE_OF_CYCLES =
            List.of("protocol", "protocol.v2", "rollout", "threadstore", "threadstore.local", "appserver");

    /** For each package of a module, the packages of the same module that it may know. A package knows its children. */
    private static final Map<String, List<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("protocol.jsonrpc", List.of()),
            Map.entry("protocol.wire", List.of()),
            Map.entry("protocol.v2", List.of("protocol.wire", "protocol.jsonrpc")),
            Map.entry("protocol.v1", List.of("protocol.v2", "protocol.wire", "protocol.jsonrpc")),
            Map.entry("protocol.method", List.of("protocol.v2", "protocol.v1", "protocol.wire", "protocol.jsonrpc")),
            Map.entry("rollout.line", List.of()),
            Map.entry("rollout.file", List.of("rollout.line")),
            Map.entry("rollout.replay", List.of("rollout.line")),
            Map.entry("threadstore.memory", List.of("threadstore")),
            Map.entry("threadstore.local.sqlite", List.of("threadstore")),
            Map.entry("appserver.transport", List.of()),
            Map.entry("appserver.listen", List.of("appserver.transport", "appserver.files")),
            Map.entry("appserver.connection", List.of("appserver.transport")),
            Map.entry(
                    "appserver.dispatch",
                    List.of("appserver.connection", "appserver.transport", "appserver.config", "appserver.telemetry")),
            Map.entry("appserver.model", List.of("appserver.config", "appserver.telemetry")),
            Map.entry("appserver.telemetry", List.of("appserver.config")),
            Map.entry("appserver.config", List.of()));

    private PackageRules() {}

    static Stream<ArchRule> all(String root) {
        var rules = new ArrayList<ArchRule>();
        for (int module = 0; module < MODULES.size() - 1; module++) {
            rules.add(moduleArrow(root, module));
        }
        FREE_OF_CYCLES.forEach(parent -> rules.add(noCycles(root, parent)));
        new TreeMap<>(MAY_KNOW).forEach((name, known) -> rules.add(packageArrow(root, name, known)));
        rules.add(onlyOneUserOfLocalStore(root));
        return rules.stream();
    }

    static ArchRule moduleArrow(String root, int module) {
        var later = MODULES.subList(module + 1, MODULES.size()).stream()
                .map(name -> root + "." + name + "..")
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(root + "." + MODULES.get(module) + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .because("the one arrow is " + String.join(" <- ", MODULES))
                .allowEmptyShould(true);
    }

    static ArchRule noCycles(String root, String parent) {
        return slices().matching(root + "." + parent + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static ArchRule packageArrow(String root, String name, List<String> known) {
        var module = name.substring(0, name.indexOf('.'));
        var allowed = Stream.concat(Stream.of(name), known.stream())
                .map(each -> each.contains(".") ? root + "." + each + ".." : root + "." + each)
                .toArray(String[]::new);
        DescribedPredicate<JavaClass> strangers = resideInAPackage(root + "." + module + "..")
                .and(DescribedPredicate.not(resideInAnyPackage(allowed)))
                .as("other packages of %s than %s", module, List.of(allowed));
        return noClasses()
                .that()
                .resideInAPackage(root + "." + name + "..")
                .should()
                .dependOnClassesThat(strangers)
                .because("ARCHITECTURE.md says what " + name + " may know")
                .allowEmptyShould(true);
    }

    private static ArchRule onlyOneUserOfLocalStore(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".threadstore.local..",
                        root + ".appserver",
                        root + ".appserver.cli..",
                        root + ".tests..")
                .should()
                .dependOnClassesThat(
                        simpleName("LocalThreadStore").and(resideInAPackage(root + ".threadstore.local..")))
                .because("everything else reaches stored threads through ThreadStore")
                .allowEmptyShould(true);
    }
}
