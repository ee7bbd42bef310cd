package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.directory.support.Findings;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.SandboxRig;
import org.keyhopper.rehearsal.sandbox.Visit;

/** Every way of signing in, and how sessions end and go on. */
class EntraSignInTest {

    private EntraRig rig = new EntraRig(SandboxOptions.withPeople(3));

    @AfterEach
    void stop() {
        rig.close();
    }

    private void restart(SandboxOptions options) {
        rig.close();
        rig = new EntraRig(options);
    }

    private void refused(DirectoryProblem problem, String code) {
        Problem failure = rig.tryToConnect().failure().orElseThrow();
        assertEquals(problem, failure.code(), failure::toString);
        assertEquals(List.of(code), failure.arguments());
    }

    @Test
    void aWrongSecretIsRefusedWithTheCodeOfEntra() {
        rig.secrets.put("clientSecret", Secret.of("not it"));
        refused(DirectoryProblem.SIGN_IN_REFUSED, "AADSTS7000215");
    }

    @Test
    void anUnknownApplicationIsRefused() {
        rig.settings.put("clientId", "11111111-2222-4333-8444-555555555555");
        refused(DirectoryProblem.SIGN_IN_REFUSED, "AADSTS700016");
    }

    @Test
    void mfaNeedsAPerson() {
        rig.sandbox.rules().add(Rule.once(Operation.TOKEN, Misbehaviour.SIGN_IN_NEEDS_PERSON));
        refused(DirectoryProblem.SIGN_IN_NEEDS_PERSON, "AADSTS50076");
    }

    @Test
    void nobodyListeningIsUnreachable() {
        rig.settings.put("loginUrl", "http://127.0.0.1:1");
        assertEquals(
                DirectoryProblem.UNREACHABLE,
                rig.tryToConnect().failure().orElseThrow().code());
    }

    @Test
    void plainHttpToAnotherMachineIsABadSetting() {
        rig.settings.put("graphUrl", "http://graph.example");
        Problem problem = rig.tryToConnect().failure().orElseThrow();
        assertEquals(DirectoryProblem.BAD_SETTING, problem.code());
        assertEquals("graphUrl", problem.arguments().getFirst());
    }

    @Test
    void aPersonSignsInWithTheBrowserAndIsRememberedByARotatingToken() {
        rig.settings.put("signIn", "browser");
        rig.browser = Visit::of;
        rig.connect();
        String first = rig.secrets.text("refreshToken");
        rig.browser = address -> {
            throw new AssertionError("asked again");
        };
        rig.connect();
        assertNotEquals(first, rig.secrets.text("refreshToken"));
    }

    @Test
    void aPersonIsAskedAgainWhenTheRememberedTokenIsRefused() {
        rig.settings.put("signIn", "browser");
        rig.secrets.put("refreshToken", Secret.of("long expired"));
        rig.browser = Visit::of;
        rig.connect();
        assertNotEquals("long expired", rig.secrets.text("refreshToken"));
    }

    @Test
    void aPersonWhoGivesUpHasCancelled() {
        rig.settings.put("signIn", "browser");
        rig.browser = address -> rig.cancelled = true;
        assertEquals(
                DirectoryProblem.SIGN_IN_CANCELLED,
                rig.tryToConnect().failure().orElseThrow().code());
    }

    @Test
    void aPersonSignsInWithACode() {
        rig.settings.put("signIn", "deviceCode");
        assertInstanceOf(Directory.class, rig.connect());
        assertEquals("REHEARSE", rig.shownCode);
    }

    @Test
    void nobodyEnrolsThemselves() {
        SandboxOptions options = SandboxOptions.withPeople(3);
        restart(options.operator(options.people().users().getFirst()));
        rig.settings.put("signIn", "deviceCode");
        Directory directory = rig.connect();
        DirectoryUser self = rig.user(0);
        List<Problem> obstacles = directory
                .passkeys()
                .eligibility(self, SandboxRig.device())
                .result()
                .orElseThrow()
                .obstacles();
        assertEquals(
                List.of("directory.self-enrolment"),
                obstacles.stream().map(problem -> problem.code().id()).toList());
        assertEquals(
                "directory.self-enrolment",
                directory.passkeys().begin(self).failure().orElseThrow().code().id());
        assertInstanceOf(Answer.Done.class, directory.passkeys().begin(rig.user(1)));
    }

    @Test
    void aSessionGoesOnWhenItsTokenExpires() {
        Directory directory = rig.connect();
        rig.sandbox.expireTokens();
        assertInstanceOf(Answer.Done.class, directory.passkeys().begin(rig.user(0)));
    }

    @Test
    void aSessionWhoseSecretWasWithdrawnSaysSo() {
        Directory directory = rig.connect();
        rig.sandbox.expireTokens();
        rig.sandbox.rules().add(Rule.always(Operation.TOKEN, Misbehaviour.SIGN_IN_REFUSED));
        assertEquals(
                DirectoryProblem.SIGN_IN_REFUSED,
                directory.passkeys().begin(rig.user(0)).failure().orElseThrow().code());
    }

    @Test
    void tokensAreRenewedBeforeTheyExpire() throws InterruptedException {
        restart(SandboxOptions.withPeople(3)
                .lives(new SandboxOptions.Lives(Duration.ofSeconds(4), Duration.ofMinutes(5), 1)));
        Directory directory = rig.connect();
        Thread.sleep(3300);
        assertInstanceOf(Answer.Done.class, directory.passkeys().begin(rig.user(0)));
        assertFalse(rig.sandbox.state().contains("\"status\":401"), "a call came with an expired token");
    }

    @Test
    void examinationNamesAMissingPermission() {
        restart(SandboxOptions.withPeople(3).rights(Set.of("User.ReadBasic.All")));
        List<Finding> bad = rig.connect().examine().stream()
                .filter(finding -> finding.problem().isPresent())
                .toList();
        assertEquals(
                List.of(Findings.REGISTER_PASSKEYS, Findings.READ_GROUPS),
                bad.stream().map(Finding::subject).toList());
        assertTrue(bad.getFirst().problem().orElseThrow().detail().contains("UserAuthMethod-Passkey"));
    }

    /** The name that Graph had before the one for passkeys alone. */
    @Test
    void examinationAcceptsThePermissionForAllMethods() {
        restart(SandboxOptions.withPeople(3)
                .rights(Set.of("User.ReadBasic.All", "UserAuthenticationMethod.ReadWrite.All")));
        assertEquals(
                List.of(Findings.READ_GROUPS),
                rig.connect().examine().stream()
                        .filter(finding -> finding.problem().isPresent())
                        .map(Finding::subject)
                        .toList());
    }

    @Test
    void aPolicyThatMayNotBeReadIsNoObstacle() {
        restart(SandboxOptions.withPeople(3)
                .rights(Set.of("User.ReadBasic.All", "UserAuthMethod-Passkey.ReadWrite.All")));
        assertEquals(
                List.of(),
                rig.connect()
                        .passkeys()
                        .eligibility(rig.user(0), SandboxRig.device())
                        .result()
                        .orElseThrow()
                        .obstacles());
    }
}
