package dev.bobbin.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The rules about packages and code, held against Bobbin and, to show that they fire, against fixtures. */
@Tag("architecture")
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> bobbinKeepsTheRules() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages("dev.bobbin");
        return rules("dev.bobbin")
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes)));
    }

    @Test
    void everyRuleFiresOnItsFixture(@TempDir Path folder) throws IOException {
        Violations.compileInto(folder);
        var violations = new ClassFileImporter().importPath(folder);

        assertThat(rules(Violations.ROOT)
                        .filter(rule -> !rule.evaluate(violations).hasViolation())
                        .map(ArchRule::getDescription))
                .as("rules that no fixture violates")
                .isEmpty();
    }

    private static Stream<ArchRule> rules(String root) {
        return Stream.concat(PackageRules.all(root), CodeRules.all(root));
    }
}
