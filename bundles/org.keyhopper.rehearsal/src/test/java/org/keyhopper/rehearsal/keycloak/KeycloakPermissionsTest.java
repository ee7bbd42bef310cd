package org.keyhopper.rehearsal.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.support.Findings;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Population;

/** What the connection test says of a service account that has too few permissions, or too many. */
class KeycloakPermissionsTest {

    private KeycloakDesk desk;

    @AfterEach
    void stop() {
        desk.close();
    }

    private TreeSet<String> bad(String... roles) {
        desk = new KeycloakDesk(Population.madeUp(3), roles);
        TreeSet<String> subjects = new TreeSet<>();
        desk.connect().examine().stream()
                .filter(finding -> finding.problem().isPresent())
                .map(Finding::subject)
                .forEach(subjects::add);
        return subjects;
    }

    @Test
    void whoMayManageUsersAndViewTheRealmHasEnough() {
        assertEquals(new TreeSet<>(), bad("manage-users", "view-realm"));
    }

    @Test
    void whoMayOnlyViewUsersCannotRegister() {
        assertEquals(new TreeSet<>(List.of(Findings.REGISTER_PASSKEYS)), bad("view-users", "view-realm"));
    }

    @Test
    void whoMayOnlyQuerySeesNobody() {
        assertEquals(
                new TreeSet<>(List.of(Findings.PASSKEY_POLICY, Findings.READ_PEOPLE, Findings.REGISTER_PASSKEYS)),
                bad("query-users", "query-groups"));
    }

    @Test
    void withoutThePolicyNothingIsRegistered() {
        assertEquals(new TreeSet<>(List.of(Findings.PASSKEY_POLICY)), bad("manage-users"));
        Directory directory = desk.connect();
        assertEquals(
                List.of(DirectoryProblem.NOT_PERMITTED),
                directory
                        .passkeys()
                        .eligibility(desk.user(0), Desk.device())
                        .result()
                        .orElseThrow()
                        .obstacles()
                        .stream()
                        .map(Problem::code)
                        .toList());
        assertEquals(
                DirectoryProblem.NOT_PERMITTED,
                directory.passkeys().begin(desk.user(0)).failure().orElseThrow().code());
    }

    @Test
    void anAccountThatMayNotBeManagedIsSeenBeforeTheDeviceIsChanged() {
        desk = new KeycloakDesk(Population.madeUp(3), "view-users", "view-realm");
        assertEquals(
                List.of(DirectoryProblem.NOT_PERMITTED),
                desk
                        .connect()
                        .passkeys()
                        .eligibility(desk.user(0), Desk.device())
                        .result()
                        .orElseThrow()
                        .obstacles()
                        .stream()
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void permissionsThatAreNotNeededAreNamed() {
        desk = new KeycloakDesk(Population.madeUp(3), "manage-users", "view-realm", "realm-admin", "impersonation");
        List<Problem> problems = desk.connect().examine().stream()
                .flatMap(finding -> finding.problem().stream())
                .toList();
        assertEquals(1, problems.size());
        assertEquals("directory.excess-permissions", problems.getFirst().code().id());
        assertEquals(List.of("impersonation, realm-admin"), problems.getFirst().arguments());
    }

    @Test
    void aWrongSecretAndAnUnknownRealmAreToldApart() {
        desk = new KeycloakDesk(Population.madeUp(3));
        desk.secrets.put("clientSecret", Secret.of("not it"));
        assertEquals(
                DirectoryProblem.SIGN_IN_REFUSED,
                desk.tryToConnect().failure().orElseThrow().code());
        desk.settings.put("realm", "elsewhere");
        assertTrue(desk.tryToConnect().failure().orElseThrow().arguments().contains("realm"));
    }
}
