package org.keyhopper.central.server.internal.api;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.server.internal.page.ApiPage;
import org.keyhopper.central.server.internal.page.AuthorizePage;
import org.keyhopper.central.server.internal.page.PickUpPages;
import org.keyhopper.central.server.internal.page.SessionPage;
import org.keyhopper.central.server.internal.page.SignInResource;
import org.keyhopper.central.server.internal.page.UpdateSiteResource;

/** What the server may use, and which of its routes are open to all. */
class ServerArchitectureTest {

    private static final String SERVER = "org.keyhopper.central.server.internal";
    private static final List<Class<?>> RESOURCES = List.of(
            HealthResource.class,
            StationsResource.class,
            ClaimsResource.class,
            ClientsResource.class,
            DirectoriesResource.class,
            OperatorsResource.class,
            PoliciesResource.class,
            RecordsResource.class,
            RequestsResource.class,
            RolesResource.class,
            SessionResource.class,
            TokenResource.class,
            AuthorizePage.class,
            SignInResource.class,
            SessionPage.class,
            PickUpPages.class,
            ApiPage.class,
            UpdateSiteResource.class,
            StationRequestsResource.class,
            StationReportsResource.class,
            ReportedStationsResource.class,
            ReconcileResource.class,
            EscrowResource.class,
            LicenceResource.class,
            PeopleResource.class);
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(location ->
                    !location.contains("/test-classes/") && !location.contains("/org.keyhopper.central.server/test/"))
            .importPackages(SERVER);

    @Test
    void serverUsesNoSql() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql..", "org.sqlite..")
                .check(CLASSES);
    }

    @Test
    void apiKnowsNeitherTheStoreNorTheProcess() {
        noClasses()
                .that(resideInAPackage(SERVER + ".api"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.keyhopper.store..", "org.eclipse..", SERVER, SERVER + ".command", SERVER + ".config")
                .check(CLASSES);
    }

    @Test
    void tokensAndConfigurationKnowNoHttp() {
        noClasses()
                .that(resideInAPackage(SERVER + ".token"))
                .or(resideInAPackage(SERVER + ".config"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta..", "org.glassfish..", "org.eclipse..", "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void everyResourceIsListedHere() {
        Set<String> found = new TreeSet<>();
        CLASSES.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .forEach(type -> found.add(type.getSimpleName()));
        Set<String> listed = new TreeSet<>();
        RESOURCES.forEach(type -> listed.add(type.getSimpleName()));
        assertEquals(listed, found);
    }

    @Test
    void onlyTheseRoutesAreOpenToAll() {
        Set<String> open = new TreeSet<>();
        routes().filter(route -> route.isAnnotationPresent(OpenToAll.class))
                .forEach(route -> open.add(route.getDeclaringClass().getSimpleName() + "." + route.getName()));
        assertEquals(
                Set.of(
                        "HealthResource.health",
                        "HealthResource.live",
                        "HealthResource.ready",
                        "StationsResource.join",
                        "TokenResource.token",
                        "SignInResource.begin",
                        "SignInResource.answered",
                        "SignInResource.emergency",
                        "SignInResource.signedOut",
                        "PickUpPages.invited",
                        "PickUpPages.begin",
                        "PickUpPages.device",
                        "PickUpPages.show",
                        "PickUpPages.confirm",
                        "ApiPage.document",
                        "ApiPage.show",
                        "ApiPage.asset",
                        "UpdateSiteResource.file"),
                open);
        assertTrue(routes().count() > open.size());
    }

    private static Stream<Method> routes() {
        return RESOURCES.stream()
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> Arrays.stream(method.getAnnotations())
                        .anyMatch(it -> it.annotationType().isAnnotationPresent(HttpMethod.class)));
    }
}
