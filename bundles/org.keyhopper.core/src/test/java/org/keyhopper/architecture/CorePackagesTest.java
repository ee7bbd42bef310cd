package org.keyhopper.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Which package of the core may use which, in the compiled classes. The bundles are {@link DependencyTest}'s matter. */
class CorePackagesTest {

    private static final String CORE = "org.keyhopper.core.";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(CorePackagesTest::isOfTheProduct)
            .importPackages("org.keyhopper.core");

    /** Exported values and interfaces: they know one another in this order only, and nothing internal. */
    private static final Map<String, Set<String>> EXPORTED = new TreeMap<>();

    static {
        EXPORTED.put("request", Set.of());
        EXPORTED.put("metadata", Set.of());
        EXPORTED.put("network", Set.of());
        EXPORTED.put("printer", Set.of());
        EXPORTED.put("directory", Set.of());
        EXPORTED.put("central", Set.of("journal", "request"));
        EXPORTED.put("inventory", Set.of("request"));
        EXPORTED.put("journal", Set.of("request"));
        EXPORTED.put("vault", Set.of("journal", "request"));
        EXPORTED.put("reconcile", Set.of("request", "run"));
        EXPORTED.put("device", Set.of("inventory", "request"));
        EXPORTED.put("ceremony", Set.of("device", "inventory", "journal", "request"));
        EXPORTED.put("run", Set.of("ceremony", "device", "inventory", "request"));
        EXPORTED.put("automatic", Set.of("request", "run"));
        EXPORTED.put("people", Set.of("inventory", "request", "run"));
        EXPORTED.put("records", Set.of("directory", "inventory", "journal", "metadata", "printer", "request", "vault"));
        EXPORTED.put(
                "station",
                Set.of(
                        "automatic",
                        "central",
                        "device",
                        "directory",
                        "inventory",
                        "journal",
                        "metadata",
                        "people",
                        "printer",
                        "reconcile",
                        "request",
                        "run",
                        "vault"));
    }

    /** The package that creates the implementation for other bundles. */
    private static final String FACTORY = "factory";

    /** How a device comes to a recipient: the two kinds of runs share the engine and do not know each other. */
    private static final String MANUAL = CORE + "internal.run.manual..";

    private static final String PRINTER = CORE + "internal.run.printer..";

    private static boolean isOfTheProduct(Location location) {
        return !location.contains("/test-classes/") && !location.contains("/org.keyhopper.core/test/");
    }

    @Test
    void classesOfTheProductAreFound() {
        assertTrue(CLASSES.size() > 200, CLASSES.size() + " classes");
        assertEquals(
                List.of(),
                CLASSES.stream()
                        .filter(type -> type.getName().endsWith("Test"))
                        .map(JavaClass::getName)
                        .toList());
    }

    @Test
    void packagesHaveNoCycle() {
        slices().matching(CORE + "(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void exportedPackagesUseOnlyWhatTheyMay() {
        Set<String> wrong = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            Set<String> allowed = EXPORTED.get(packageOf(type));
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = packageOf(dependency.getTargetClass());
                boolean ours = dependency.getTargetClass().getPackageName().startsWith(CORE);
                if (allowed != null && ours && !target.equals(packageOf(type)) && !allowed.contains(target)) {
                    wrong.add(type.getName() + " uses "
                            + dependency.getTargetClass().getName());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyExportedPackageIsListed() {
        Set<String> found = CLASSES.stream()
                .map(CorePackagesTest::packageOf)
                .filter(name -> !name.startsWith("internal"))
                .collect(Collectors.toCollection(TreeSet::new));
        found.remove(FACTORY);
        assertEquals(EXPORTED.keySet(), found);
    }

    /**
     * An implementation is a class that works through a service: it calls an interface of the API or of the core that it
     * does not define itself. Exported are interfaces, and values and exceptions that only compute.
     */
    @Test
    void exportedPackagesHoldNoImplementation() {
        Set<String> implementations = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            if (!EXPORTED.containsKey(packageOf(type)) || type.isInterface()) {
                continue;
            }
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (isService(access.getTargetOwner())) {
                    implementations.add(
                            type.getName() + " calls " + access.getTarget().getFullName());
                }
            }
        }
        assertEquals(Set.of(), implementations);
    }

    /** Sealed interfaces are values, and problem codes are enums. */
    private static boolean isService(JavaClass type) {
        return type.isInterface()
                && type.getPackageName().startsWith("org.keyhopper.")
                && !type.reflect().isSealed()
                && !type.isEquivalentTo(ProblemCode.class);
    }

    private static String packageOf(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(CORE) ? name.substring(CORE.length()) : name;
    }

    @Test
    void theTwoKindsOfRunsDoNotKnowEachOther() {
        noClasses()
                .that(resideInAPackage(MANUAL))
                .should()
                .dependOnClassesThat(resideInAPackage(PRINTER))
                .check(CLASSES);
        noClasses()
                .that(resideInAPackage(PRINTER))
                .should()
                .dependOnClassesThat(resideInAPackage(MANUAL))
                .check(CLASSES);
    }

    @Test
    void theEngineKnowsNeitherKindOfRun() {
        noClasses()
                .that(resideInAPackage(CORE + "internal.run"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(MANUAL, PRINTER))
                .check(CLASSES);
    }

    @Test
    void ceremoniesAndDevicesDoNotKnowRuns() {
        noClasses()
                .that(resideInAnyPackage(internal("ceremony", "device", "reset", "metadata")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(internal("run..", "station", "people", "reconcile")))
                .check(CLASSES);
    }

    @Test
    void devicesAndResetsDoNotKnowCeremonies() {
        noClasses()
                .that(resideInAnyPackage(internal("device", "reset")))
                .should()
                .dependOnClassesThat(resideInAnyPackage(internal("ceremony", "directory")))
                .check(CLASSES);
    }

    @Test
    void onlyTheStationPutsTheInternalPartsTogether() {
        classes()
                .that(resideInAPackage(CORE + "internal.station"))
                .should()
                .onlyHaveDependentClassesThat(resideInAnyPackage(CORE + "internal.station", CORE + FACTORY))
                .check(CLASSES);
    }

    private static String[] internal(String... packages) {
        return Arrays.stream(packages).map(name -> CORE + "internal." + name).toArray(String[]::new);
    }
}
