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
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

/** What the connection test says of a service account that has too few permissions, or too many. */
class KeycloakPermissionsTest {

    private KeycloakRig rig;

    @AfterEach
    void stop() {
        rig.close();
    }

    private TreeSet<String> bad(String... roles) {
        rig = new KeycloakRig(Population.madeUp(3), roles);
        TreeSet<String> subjects = new TreeSet<>();
        rig.connect().examine().stream()
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
        Directory directory = rig.connect();
        assertEquals(
                List.of(DirectoryProblem.NOT_PERMITTED),
                directory
                        .passkeys()
                        .eligibility(rig.user(0), SandboxRig.device())
                        .result()
                        .orElseThrow()
                        .obstacles()
                        .stream()
                        .map(Problem::code)
                        .toList());
        assertEquals(
                DirectoryProblem.NOT_PERMITTED,
                directory.passkeys().begin(rig.user(0)).failure().orElseThrow().code());
    }

    @Test
    void anAccountThatMayNotBeManagedIsSeenBeforeTheDeviceIsChanged() {
        rig = new KeycloakRig(Population.madeUp(3), "view-users", "view-realm");
        assertEquals(
                List.of(DirectoryProblem.NOT_PERMITTED),
                rig
                        .connect()
                        .passkeys()
                        .eligibility(rig.user(0), SandboxRig.device())
                        .result()
                        .orElseThrow()
                        .obstacles()
                        .stream()
                        .map(Problem::code)
                        .toList());
    }

    @Test
    void permissionsThatAreNotNeededAreNamed() {
        rig = new KeycloakRig(Population.madeUp(3), "manage-users", "view-realm", "realm-admin", "impersonation");
        List<Problem> problems = rig.connect().examine().stream()
                .flatMap(finding -> finding.problem().stream())
                .toList();
        assertEquals(1, problems.size());
        assertEquals("directory.excess-permissions", problems.getFirst().code().id());
        assertEquals(List.of("impersonation, realm-admin"), problems.getFirst().arguments());
    }

    @Test
    void aWrongSecretAndAnUnknownRealmAreToldApart() {
        rig = new KeycloakRig(Population.madeUp(3));
        rig.secrets.put("clientSecret", Secret.of("not it"));
        assertEquals(
                DirectoryProblem.SIGN_IN_REFUSED,
                rig.tryToConnect().failure().orElseThrow().code());
        rig.settings.put("realm", "elsewhere");
        assertTrue(rig.tryToConnect().failure().orElseThrow().arguments().contains("realm"));
    }
}
