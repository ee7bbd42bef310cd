package org.keyhopper.central;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import org.junit.jupiter.api.Test;

/** The domain knows neither HTTP nor SQL, and its packages have one direction. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location ->
                    !location.contains("/test-classes/") && !location.contains("/org.keyhopper.central/test/"))
            .importPackages("org.keyhopper.central");

    @Test
    void classesAreFound() {
        assertTrue(CLASSES.size() > 30, CLASSES.size() + " classes");
    }

    @Test
    void domainUsesNeitherHttpNorSqlNorJsonNorOsgi() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "jakarta..",
                        "org.eclipse..",
                        "org.glassfish..",
                        "com.nimbusds..",
                        "com.google.gson..",
                        "org.osgi.framework..",
                        "org.osgi.service..")
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching("org.keyhopper.central.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void valuesDoNotKnowTheStorage() {
        noClasses()
                .that(resideInAPackage("org.keyhopper.central.enrolment"))
                .or(resideInAPackage("org.keyhopper.central.station"))
                .or(resideInAPackage("org.keyhopper.central.audit"))
                .or(resideInAPackage("org.keyhopper.central.access"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.keyhopper.central.storage"))
                .check(CLASSES);
    }

    @Test
    void onlyCentralPutsTheInternalPartsTogether() {
        classes()
                .that(resideInAPackage("org.keyhopper.central.internal"))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAnyPackage("org.keyhopper.central.internal", "org.keyhopper.central")
                .check(CLASSES);
    }
}
