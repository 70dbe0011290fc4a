package dev.bobbin.tests.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What code may do, and where. */
final class CodeRules {
    private CodeRules() {}

    static Stream<ArchRule> all(String root) {
        return Stream.of(
                standardStreams(root),
                onlyIn(root, "java.sql..", "threadstore.local.sqlite.."),
                onlyIn(root, "org.eclipse.jetty..", "appserver.listen.."),
                onlyIn(root, "java.net.http..", "appserver.model.http..", "appserver.mcp.sdk..", "tests.."),
                onlyIn(root, "io.modelcontextprotocol..", "appserver.mcp.sdk.."),
                onlyIn(root, "io.opentelemetry..", "appserver.telemetry.otel.."),
                onlyIn(root, "jdk.jfr..", "appserver.telemetry.jfr..", "tests.."),
                onlyIn(root, "reactor..", "appserver.mcp.sdk.."),
                mappers(root),
                noGenericExceptions(root),
                payloadsAreData(root),
                noThreadLocals(root),
                noFutures(root),
                noPreviewConcurrency(root));
    }

    static ArchRule standardStreams(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".appserver.transport..")
                .and()
                .doNotHaveFullyQualifiedName(root + ".appserver.Main")
                .and()
                .doNotHaveFullyQualifiedName(
                        root + ".appserver.demo.LocalModel") // a process of its own, without a protocol
                .should(ACCESS_STANDARD_STREAMS)
                .because("stdout carries the protocol, and stderr the log")
                .allowEmptyShould(true);
    }

    private static ArchRule onlyIn(String root, String used, String... homes) {
        var allowed = Stream.of(homes).map(home -> root + "." + home).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(used)
                .allowEmptyShould(true);
    }

    private static ArchRule mappers(String root) {
        DescribedPredicate<JavaConstructorCall> makesMapper = DescribedPredicate.describe(
                "make a Jackson mapper",
                call -> call.getTargetOwner().isAssignableTo(ObjectMapper.class)
                        && call.getTargetOwner().getPackageName().startsWith("com.fasterxml"));
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        root + ".protocol.json..",
                        root + ".rollout.line..",
                        root + ".appserver.config..",
                        root + ".appserver.dispatch..",
                        root + ".appserver.demo..",
                        root + ".tests..")
                .should()
                .callConstructorWhere(makesMapper)
                .because("a mapper's settings are the format; each format has one place")
                .allowEmptyShould(true);
    }

    private static ArchRule noGenericExceptions(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should(THROW_GENERIC_EXCEPTIONS)
                .because("a caller must be able to tell failures apart")
                .allowEmptyShould(true);
    }

    private static ArchRule payloadsAreData(String root) {
        return classes()
                .that()
                .resideInAnyPackage(root + ".protocol.v1..", root + ".protocol.v2..")
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should(beRecordsEnumsOrInterfaces())
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> beRecordsEnumsOrInterfaces() {
        return new ArchCondition<>("be records, enums, interfaces or holders of constants") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean holdsConstants = type.getMethods().isEmpty()
                        && type.getFields().stream()
                                .allMatch(field -> field.getModifiers()
                                        .containsAll(Set.of(JavaModifier.STATIC, JavaModifier.FINAL)));
                boolean data = type.isRecord() || type.isEnum() || type.isInterface() || holdsConstants;
                events.add(new SimpleConditionEvent(type, data, type.getDescription() + " has behaviour"));
            }
        };
    }

    private static ArchRule noThreadLocals(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .haveRawType(
                        DescribedPredicate.describe("a ThreadLocal", type -> type.isAssignableTo(ThreadLocal.class)))
                .because("ScopedValue and parameters say who owns what")
                .allowEmptyShould(true);
    }

    private static ArchRule noFutures(String root) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".appserver.connection..", root + ".tests..")
                .and()
                .doNotHaveFullyQualifiedName(
                        root + ".appserver.model.http.AnswerBody") // the JDK's client asks it for one
                .should()
                .dependOnClassesThat()
                .areAssignableTo(CompletableFuture.class)
                .because("code blocks on virtual threads")
                .allowEmptyShould(true);
    }

    private static ArchRule noPreviewConcurrency(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.StructuredTaskScope")
                .allowEmptyShould(true);
    }
}
