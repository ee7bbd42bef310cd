package org.keyhopper.rehearsal.pingone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.Visit;

/** Every way of signing in, and what a session may do. */
class PingOneSignInTest {

    private PingOneDesk desk = new PingOneDesk(PingOneSandboxOptions.withPeople(3));

    @AfterEach
    void stop() {
        desk.close();
    }

    private void restart(PingOneSandboxOptions options) {
        desk.close();
        desk = new PingOneDesk(options);
    }

    private Problem refusal() {
        return desk.tryToConnect().failure().orElseThrow();
    }

    @Test
    void theSecretGoesIntoTheHeader() {
        assertTrue(desk.tryToConnect().result().isPresent());
    }

    @Test
    void theSecretGoesIntoTheFormWhereTheApplicationWantsIt() {
        restart(PingOneSandboxOptions.withPeople(3).takingSecretInForm());
        desk.settings.put("tokenAuth", "post");
        assertTrue(desk.tryToConnect().result().isPresent());
    }

    @Test
    void theOtherWayIsRefused() {
        desk.settings.put("tokenAuth", "post");
        assertEquals(DirectoryProblem.SIGN_IN_REFUSED, refusal().code());
        assertEquals(List.of("invalid_client"), refusal().arguments());
    }

    @Test
    void aWrongSecretIsRefused() {
        desk.secrets.put("clientSecret", Secret.of("not it"));
        assertEquals(DirectoryProblem.SIGN_IN_REFUSED, refusal().code());
    }

    @Test
    void aPersonSignsInWithTheBrowserAtOneOfThePortsAndIsRemembered() {
        desk.settings.put("signIn", "browser");
        desk.browser = Visit::of;
        desk.connect().close();
        desk.browser = address -> {
            throw new AssertionError("asked again");
        };
        assertEquals(3, searched(desk.connect()));
    }

    private static int searched(Directory directory) {
        return directory.people().membersOf("All staff").result().orElseThrow().size();
    }

    @Test
    void theBrowserIsSentBackToAFixedPort() {
        desk.settings.put("signIn", "browser");
        URI[] page = new URI[1];
        desk.browser = address -> {
            page[0] = address;
            desk.cancelled = true;
        };
        assertEquals(DirectoryProblem.SIGN_IN_CANCELLED, refusal().code());
        assertTrue(
                page[0].getQuery().matches(".*redirect_uri=http://localhost:944[345]/keyhopper.*"), page[0]::toString);
        assertTrue(page[0].getQuery().contains("code_challenge_method=S256"), page[0]::toString);
    }

    @Test
    void aSessionThatEndsIsRenewed() {
        Directory directory = desk.connect();
        desk.sandbox.expireTokens();
        assertEquals(3, searched(directory));
    }

    @Test
    void aSignInThatNeedsAPersonSaysSo() {
        desk.sandbox.rules().add(Rule.once(Operation.TOKEN, Misbehaviour.SIGN_IN_NEEDS_PERSON));
        assertEquals(DirectoryProblem.SIGN_IN_NEEDS_PERSON, refusal().code());
    }

    @Test
    void theExaminationShowsRelyingPartyAndOrigin() {
        List<Finding> findings = desk.connect().examine();
        assertTrue(
                findings.stream().anyMatch(finding -> finding.made()
                        .equals(Optional.of(new Finding.Made("pingone.eu", "https://pingone.eu")))),
                findings::toString);
    }

    @Test
    void aMissingRoleIsFound() {
        restart(PingOneSandboxOptions.withPeople(3).roles(Set.of("Environment Admin")));
        List<Finding> findings = desk.connect().examine();
        assertTrue(
                findings.stream()
                        .flatMap(finding -> finding.problem().stream())
                        .allMatch(problem -> problem.is(DirectoryProblem.NOT_PERMITTED)),
                findings::toString);
        assertFalse(findings.stream().allMatch(finding -> finding.problem().isEmpty()));
    }

    @Test
    void aRoleThatMayNotReadPoliciesIsNoObstacle() {
        restart(PingOneSandboxOptions.withPeople(3).roles(Set.of("Identity Data Admin")));
        assertEquals(
                List.of(),
                desk.connect()
                        .passkeys()
                        .eligibility(desk.user(0), PingOneDesk.device())
                        .result()
                        .orElseThrow()
                        .obstacles());
    }

    @Test
    void anotherEnvironmentIsABadSetting() {
        desk.settings.put("apiUrl", desk.sandbox.apiUrl().replace("/api/", "/elsewhere/"));
        List<Finding> findings = desk.connect().examine();
        assertTrue(
                findings.stream()
                        .flatMap(finding -> finding.problem().stream())
                        .anyMatch(problem -> problem.is(DirectoryProblem.BAD_SETTING)),
                findings::toString);
    }
}
