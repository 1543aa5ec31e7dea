package org.plazo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.annotation.Resource;
import java.util.Calendar;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Rules for all code of the product, not of the tests. */
class ArchitectureTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.plazo");

    private static final Set<String> READERS_OF_THE_TIME =
            Set.of("now", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    @Test
    void onlyThreeFeaturesKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.plazo.workflow..", "org.plazo.modeler..", "org.plazo.security..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .because("the engine stays replaceable: others publish events and ask workflow")
                .check(PRODUCT);
    }

    @Test
    void whatTheRegisterOffersKnowsNothingOfHowItIsDone() {
        noClasses()
                .that()
                .resideInAPackage("org.plazo.request")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.plazo.request.*..")
                .because("its sub-packages depend on it")
                .check(PRODUCT);
        slices().matching("org.plazo.request.(*)..").should().beFreeOfCycles().check(PRODUCT);
        slices().matching("org.plazo.request.web.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PRODUCT);
    }

    @Test
    void onlyOnePackageKnowsTheEnginesInside() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.plazo.workflow.engine")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.camunda.bpm.engine.impl..", "org.camunda.bpm.impl.juel.."))
                .because("what is not the engine's public interface may change or leave holes")
                .check(PRODUCT);
    }

    @Test
    void nobodyReadsTheTimeExceptFromTheClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.plazo.PlazoApplication")
                .should()
                .callMethodWhere(describe(
                        "reads the system's clock",
                        call -> READERS_OF_THE_TIME.contains(call.getName())
                                && (call.getTargetOwner().getPackageName().startsWith("java.time")
                                        || call.getTargetOwner().isEquivalentTo(System.class))
                                && takesNoClock(call)))
                .because("tests and time zones need one clock that can be moved")
                .check(PRODUCT);
        noClasses()
                .should()
                .callConstructor(Date.class)
                .orShould()
                .callMethod(Calendar.class, "getInstance")
                .because("both read the system's clock")
                .check(PRODUCT);
    }

    private static boolean takesNoClock(JavaAccess<?> call) {
        return !call.getTarget().getFullName().contains("java.time.Clock)");
    }

    @Test
    void dependenciesComeThroughConstructors() {
        fields().should()
                .notBeAnnotatedWith(Autowired.class)
                .andShould()
                .notBeAnnotatedWith(Value.class)
                .andShould()
                .notBeAnnotatedWith(Resource.class)
                .andShould()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .check(PRODUCT);
    }

    @Test
    void nobodyPrintsPastTheLog() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(PRODUCT);
        noClasses().should().callMethod(Throwable.class, "printStackTrace").check(PRODUCT);
    }
}
