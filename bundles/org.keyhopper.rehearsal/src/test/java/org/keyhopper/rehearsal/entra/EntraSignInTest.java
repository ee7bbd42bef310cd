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
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Misbehaviour;
import org.keyhopper.rehearsal.sandbox.Operation;
import org.keyhopper.rehearsal.sandbox.Rule;
import org.keyhopper.rehearsal.sandbox.Visit;

/** Every way of signing in, and how sessions end and go on. */
class EntraSignInTest {

    private EntraDesk desk = new EntraDesk(SandboxOptions.withPeople(3));

    @AfterEach
    void stop() {
        desk.close();
    }

    private void restart(SandboxOptions options) {
        desk.close();
        desk = new EntraDesk(options);
    }

    private void refused(DirectoryProblem problem, String code) {
        Problem trouble = desk.tryToConnect().failure().orElseThrow();
        assertEquals(problem, trouble.code(), trouble::toString);
        assertEquals(List.of(code), trouble.arguments());
    }

    @Test
    void aWrongSecretIsRefusedWithTheCodeOfEntra() {
        desk.secrets.put("clientSecret", Secret.of("not it"));
        refused(DirectoryProblem.SIGN_IN_REFUSED, "AADSTS7000215");
    }

    @Test
    void anUnknownApplicationIsRefused() {
        desk.settings.put("clientId", "11111111-2222-4333-8444-555555555555");
        refused(DirectoryProblem.SIGN_IN_REFUSED, "AADSTS700016");
    }

    @Test
    void mfaNeedsAPerson() {
        desk.sandbox.rules().add(Rule.once(Operation.TOKEN, Misbehaviour.SIGN_IN_NEEDS_PERSON));
        refused(DirectoryProblem.SIGN_IN_NEEDS_PERSON, "AADSTS50076");
    }

    @Test
    void nobodyListeningIsUnreachable() {
        desk.settings.put("loginUrl", "http://127.0.0.1:1");
        assertEquals(
                DirectoryProblem.UNREACHABLE,
                desk.tryToConnect().failure().orElseThrow().code());
    }

    @Test
    void plainHttpToAnotherMachineIsABadSetting() {
        desk.settings.put("graphUrl", "http://graph.example");
        Problem problem = desk.tryToConnect().failure().orElseThrow();
        assertEquals(DirectoryProblem.BAD_SETTING, problem.code());
        assertEquals("graphUrl", problem.arguments().getFirst());
    }

    @Test
    void aPersonSignsInWithTheBrowserAndIsRememberedByARotatingToken() {
        desk.settings.put("signIn", "browser");
        desk.browser = Visit::of;
        desk.connect();
        String first = desk.secrets.text("refreshToken");
        desk.browser = address -> {
            throw new AssertionError("asked again");
        };
        desk.connect();
        assertNotEquals(first, desk.secrets.text("refreshToken"));
    }

    @Test
    void aPersonIsAskedAgainWhenTheRememberedTokenIsRefused() {
        desk.settings.put("signIn", "browser");
        desk.secrets.put("refreshToken", Secret.of("long expired"));
        desk.browser = Visit::of;
        desk.connect();
        assertNotEquals("long expired", desk.secrets.text("refreshToken"));
    }

    @Test
    void aPersonWhoGivesUpHasCancelled() {
        desk.settings.put("signIn", "browser");
        desk.browser = address -> desk.cancelled = true;
        assertEquals(
                DirectoryProblem.SIGN_IN_CANCELLED,
                desk.tryToConnect().failure().orElseThrow().code());
    }

    @Test
    void aPersonSignsInWithACode() {
        desk.settings.put("signIn", "deviceCode");
        assertInstanceOf(Directory.class, desk.connect());
        assertEquals("REHEARSE", desk.shownCode);
    }

    @Test
    void nobodyEnrolsThemselves() {
        SandboxOptions options = SandboxOptions.withPeople(3);
        restart(options.operator(options.people().users().getFirst()));
        desk.settings.put("signIn", "deviceCode");
        Directory directory = desk.connect();
        DirectoryUser self = desk.user(0);
        List<Problem> obstacles = directory
                .passkeys()
                .eligibility(self, Desk.device())
                .result()
                .orElseThrow()
                .obstacles();
        assertEquals(
                List.of("directory.self-enrolment"),
                obstacles.stream().map(problem -> problem.code().id()).toList());
        assertEquals(
                "directory.self-enrolment",
                directory.passkeys().begin(self).failure().orElseThrow().code().id());
        assertInstanceOf(Answer.Done.class, directory.passkeys().begin(desk.user(1)));
    }

    @Test
    void aSessionGoesOnWhenItsTokenExpires() {
        Directory directory = desk.connect();
        desk.sandbox.expireTokens();
        assertInstanceOf(Answer.Done.class, directory.passkeys().begin(desk.user(0)));
    }

    @Test
    void aSessionWhoseSecretWasWithdrawnSaysSo() {
        Directory directory = desk.connect();
        desk.sandbox.expireTokens();
        desk.sandbox.rules().add(Rule.always(Operation.TOKEN, Misbehaviour.SIGN_IN_REFUSED));
        assertEquals(
                DirectoryProblem.SIGN_IN_REFUSED,
                directory.passkeys().begin(desk.user(0)).failure().orElseThrow().code());
    }

    @Test
    void tokensAreRenewedBeforeTheyExpire() throws InterruptedException {
        restart(SandboxOptions.withPeople(3)
                .lives(new SandboxOptions.Lives(Duration.ofSeconds(4), Duration.ofMinutes(5), 1)));
        Directory directory = desk.connect();
        Thread.sleep(3300);
        assertInstanceOf(Answer.Done.class, directory.passkeys().begin(desk.user(0)));
        assertFalse(desk.sandbox.state().contains("\"status\":401"), "a call came with an expired token");
    }

    @Test
    void examinationNamesAMissingPermission() {
        restart(SandboxOptions.withPeople(3).rights(Set.of("User.ReadBasic.All")));
        List<Finding> bad = desk.connect().examine().stream()
                .filter(finding -> finding.problem().isPresent())
                .toList();
        assertEquals(
                List.of(Findings.REGISTER_PASSKEYS, Findings.READ_GROUPS),
                bad.stream().map(Finding::subject).toList());
        assertTrue(bad.getFirst().problem().orElseThrow().detail().contains("UserAuthMethod-Passkey"));
    }

    @Test
    void aPolicyThatMayNotBeReadIsNoObstacle() {
        restart(SandboxOptions.withPeople(3)
                .rights(Set.of("User.ReadBasic.All", "UserAuthMethod-Passkey.ReadWrite.All")));
        assertEquals(
                List.of(),
                desk.connect()
                        .passkeys()
                        .eligibility(desk.user(0), Desk.device())
                        .result()
                        .orElseThrow()
                        .obstacles());
    }
}
