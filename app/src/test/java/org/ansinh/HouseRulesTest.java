package org.ansinh;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The whole house keeps its rules, and the rules that hold everywhere see a fault when one is planted (in {@code org.ansinh.planted}). */
class HouseRulesTest {
    static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.ansinh");

    static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.ansinh.planted");

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return Stream.concat(HouseRules.OF_SOME_ROOMS.stream(), HouseRules.EVERYWHERE.stream())
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(), () -> rule.allowEmptyShould(true).check(CODE)));
    }

    @TestFactory
    Stream<DynamicTest> aPlantedFaultIsSeen() {
        return HouseRules.EVERYWHERE.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getDescription(),
                        () -> assertThat(rule.evaluate(PLANTED).hasViolation()).isTrue()));
    }
}
