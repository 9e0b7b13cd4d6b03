package org.ansinh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What every class of the house keeps to; docs/guide/house.md says it in words. */
final class HouseRules {
    private static final String[] COMMAND_LINES = {
        "org.ansinh.app", "org.ansinh.rules.command", "org.ansinh.parquet", "org.ansinh.bench.."
    };

    /** Rules about the place of things; they can only be broken in the rooms they speak of. */
    static final List<ArchRule> OF_SOME_ROOMS = List.of(
            noClasses()
                    .that()
                    .resideInAPackage("org.ansinh.timeline..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages("org.ansinh.timeline..", "java..", "org.jspecify..")
                    .as("timeline stands alone"),
            noClasses()
                    .that()
                    .resideInAPackage("org.ansinh.rules..")
                    .should()
                    .dependOnClassesThat()
                    .resideOutsideOfPackages(
                            "org.ansinh.rules..",
                            "org.ansinh.timeline..",
                            "java..",
                            "org.jspecify..",
                            "dev.cel..",
                            "org.snakeyaml..",
                            "com.google..")
                    .as("the engine knows the law and time, no server and no database"),
            noClasses()
                    .that()
                    .resideInAPackage("org.ansinh.rules..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "java.net..")
                    .as("the engine is pure"),
            fields().that()
                    .areNotStatic()
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("org.ansinh.timeline..")
                    .should()
                    .beFinal(),
            noClasses()
                    .that()
                    .resideInAPackage("org.ansinh.app.*.web..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.ansinh.app.*.model..", "org.ansinh.app.*.work..", "org.ansinh.app.*.store..")
                    .as("the door sees only the face"),
            noClasses()
                    .that()
                    .resideInAPackage("org.ansinh.app.*.store..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.ansinh.app.*.work..", "org.ansinh.app.*.web..")
                    .as("the store knows neither work nor door"),
            noClasses()
                    .that()
                    .resideInAPackage("org.ansinh.app.*.model..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "java.sql..",
                            "jakarta..",
                            "org.ansinh.app.*.work..",
                            "org.ansinh.app.*.store..",
                            "org.ansinh.app.*.web..")
                    .as("the model is plain Java"),
            SlicesRuleDefinition.slices().matching("org.ansinh.(**)").should().beFreeOfCycles(),
            classes()
                    .that()
                    .haveSimpleName("package-info")
                    .should()
                    .beAnnotatedWith(NullMarked.class)
                    .as("every package says what may be null"));

    /** Rules for every class; each is seen to fail on a planted fault. */
    static final List<ArchRule> EVERYWHERE = List.of(
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("org.ansinh.app.HouseClock")
                    .and()
                    .resideOutsideOfPackage("org.ansinh.bench..")
                    .should()
                    .callMethodWhere(readsTheWallClock())
                    .because("today is an input: take a Clock or a day"),
            noFields()
                    .should()
                    .haveRawType(double.class)
                    .orShould()
                    .haveRawType(float.class)
                    .orShould()
                    .haveRawType(Double.class)
                    .orShould()
                    .haveRawType(Float.class)
                    .because("amounts are whole đồng, coefficients BigDecimal"),
            noClasses()
                    .should()
                    .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Processor|Info)(\\$.*)?")
                    .orShould()
                    .haveSimpleNameStartingWith("Abstract")
                    .orShould()
                    .haveSimpleNameStartingWith("Base")
                    .as("names say what a thing is"),
            classes()
                    .that()
                    .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                    .or()
                    .areAnnotatedWith("org.springframework.stereotype.Controller")
                    .should()
                    .resideInAPackage("..web..")
                    .andShould()
                    .notBePublic()
                    .as("controllers live at the door"),
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..store..", "org.ansinh.postgres..", "org.ansinh.backup..", "org.ansinh.bench..")
                    .and()
                    .doNotHaveFullyQualifiedName("org.ansinh.app.Migrations")
                    .and()
                    .doNotHaveFullyQualifiedName("org.ansinh.app.TablesSeal")
                    .and()
                    .areNotAnnotatedWith("org.springframework.stereotype.Repository")
                    .and()
                    .haveNameNotMatching(".*Rows(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.springframework.jdbc..", "java.sql..")
                    .as("SQL lives in the store, or in the repositories of a small room"),
            classes().should(takeAtMost(6)),
            noClasses()
                    .that()
                    .resideOutsideOfPackages(COMMAND_LINES)
                    .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS),
            noClasses().should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS),
            noClasses().should(GeneralCodingRules.USE_JAVA_UTIL_LOGGING),
            noFields().should(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION));

    private HouseRules() {}

    /** Any {@code now(..)} of java.time but {@code now(Clock)}, however many arguments it takes. */
    private static DescribedPredicate<JavaMethodCall> readsTheWallClock() {
        return DescribedPredicate.describe("reads the wall clock", call -> {
            var target = call.getTarget();
            var takesClock = target.getRawParameterTypes().stream().anyMatch(it -> it.isEquivalentTo(Clock.class));
            return target.getOwner().getPackageName().equals("java.time")
                            && target.getName().equals("now")
                            && !takesClock
                    || target.getOwner().isEquivalentTo(Clock.class)
                            && target.getName().startsWith("system")
                    || target.getOwner().isEquivalentTo(System.class)
                            && target.getName().equals("currentTimeMillis");
        });
    }

    private static ArchCondition<JavaClass> takeAtMost(int max) {
        return new ArchCondition<>("take at most %d collaborators".formatted(max)) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (type.isRecord() || type.isAnonymousClass() || type.isEnum()) {
                    return;
                }
                type.getConstructors().stream()
                        .filter(it -> it.getRawParameterTypes().size() > max)
                        .forEach(it -> events.add(SimpleConditionEvent.violated(
                                it,
                                "%s takes %d collaborators"
                                        .formatted(
                                                type.getName(),
                                                it.getRawParameterTypes().size()))));
            }
        };
    }
}
