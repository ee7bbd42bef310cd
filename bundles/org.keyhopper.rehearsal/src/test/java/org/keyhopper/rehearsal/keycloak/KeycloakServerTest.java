package org.keyhopper.rehearsal.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.keycloak.internal.KeycloakConnector;
import org.keyhopper.directory.support.Findings;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.testkit.directory.GivenSecrets;
import org.keyhopper.testkit.directory.UnattendedPrompts;

/** The connector at the server that {@code releng/tools/keycloak/start} runs, whose address is in KEYCLOAK_URL. */
@EnabledIfEnvironmentVariable(named = "KEYCLOAK_URL", matches = "http.*")
class KeycloakServerTest {

    private static final String NAME = "Card 0815";

    private final List<Directory> open = new ArrayList<>();
    private Directory directory;
    private Passkeys passkeys;
    private DirectoryUser alice;

    @BeforeEach
    void start() {
        directory = connect("keyhopper-directory", "dir-secret");
        passkeys = directory.passkeys();
        alice = done(directory.people().find("alice"));
    }

    @AfterEach
    void stop() {
        done(passkeys.list(alice)).forEach(passkey -> passkeys.delete(alice, passkey.id()));
        open.forEach(Directory::close);
    }

    private Directory connect(String client, String secret) {
        Settings settings = new Settings(
                Map.of("serverUrl", System.getenv("KEYCLOAK_URL"), "realm", "keyhopper", "clientId", client));
        GivenSecrets secrets = new GivenSecrets(Map.of("clientSecret", secret));
        Directory connected = done(new KeycloakConnector().connect(settings, secrets, new UnattendedPrompts()));
        open.add(connected);
        return connected;
    }

    private static <T> T done(Answer<T> answer) {
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private static void assertFailed(DirectoryProblem code, Answer<?> answer) {
        assertInstanceOf(Answer.Failed.class, answer);
        assertEquals(code, answer.failure().orElseThrow().code(), answer::toString);
    }

    private TreeSet<String> bad(Directory examined) {
        TreeSet<String> subjects = new TreeSet<>();
        examined.examine().stream()
                .filter(finding -> finding.problem().isPresent())
                .map(Finding::subject)
                .forEach(subjects::add);
        return subjects;
    }

    @Test
    void permissionsAreExamined() {
        assertEquals(new TreeSet<>(), bad(directory));
        assertEquals(
                new TreeSet<>(List.of(Findings.PASSKEY_POLICY, Findings.READ_PEOPLE, Findings.REGISTER_PASSKEYS)),
                bad(connect("keyhopper-limited", "lim-secret")));
        assertEquals(
                new TreeSet<>(List.of("keycloak.excess-permissions")),
                bad(connect("keyhopper-mighty", "mighty-secret")));
    }

    @Test
    void peopleAreFound() {
        for (String reference : List.of("ALICE", "alice@example.test", "Alice@Example.test", alice.id())) {
            assertEquals(alice, done(directory.people().find(reference)), reference);
        }
        assertEquals("Alice Ames", alice.displayName());
        assertEquals(
                AccountState.DISABLED, done(directory.people().find("carol")).state());
        assertFailed(DirectoryProblem.USER_NOT_FOUND, directory.people().find("nobody"));
        assertFailed(DirectoryProblem.USER_NOT_FOUND, directory.people().find("x' or 1 eq 1 / ? # % & \"@y"));
        assertFailed(DirectoryProblem.USER_NOT_FOUND, directory.people().find("service-account-keyhopper-mighty"));
        for (String beginning : List.of("Ali", "Ames", "ALICE A", "alice@")) {
            assertEquals(List.of(alice), done(directory.people().search(beginning, 10)), beginning);
        }
        assertEquals(List.of(), done(directory.people().search("*", 10)));
    }

    @Test
    void groupsAreReadWithThoseWithin() {
        List<String> staff = done(directory.people().membersOf("staff")).stream()
                .map(DirectoryUser::userName)
                .sorted()
                .toList();
        assertEquals(List.of("alice", "bob"), staff);
        assertEquals(1, done(directory.people().membersOf("night shift")).size());
        assertEquals(
                "staff",
                done(directory.people().searchGroups("STA", 10)).getFirst().name());
        assertEquals(
                "night shift",
                done(directory.people().searchGroups("nig", 10)).getFirst().name());
        Answer<?> twins = directory.people().membersOf("twins");
        assertFailed(DirectoryProblem.GROUP_AMBIGUOUS, twins);
        assertFailed(DirectoryProblem.GROUP_NOT_FOUND, directory.people().membersOf("no such group"));
        String id = done(directory.people().searchGroups("staff", 1)).getFirst().id();
        assertEquals(2, done(directory.people().membersOf(id)).size());
    }

    @Test
    void aPasskeyIsRegisteredReadBackExcludedAndDeleted() {
        assertEquals(List.of(), done(passkeys.eligibility(alice, Desk.device())).obstacles());
        EnrolmentOptions options = done(passkeys.begin(alice));
        assertEquals("localhost", options.relyingParty().id());
        assertEquals(System.getenv("KEYCLOAK_URL"), options.relyingParty().origin());
        NewCredential credential = MadeCredential.good(options);
        RegisteredPasskey registered = done(passkeys.complete(alice, options, credential, NAME));
        assertEquals(options.enrolmentId(), registered.id());
        assertEquals(NAME, registered.displayName());
        assertEquals(registered, done(passkeys.readBack(alice, registered.id())));
        assertEquals(registered, done(passkeys.complete(alice, options, credential, NAME)));
        EnrolmentOptions second = done(passkeys.begin(alice));
        assertEquals(List.of(credential.id()), second.exclude());
        assertEquals(
                NAME + " (2)",
                done(passkeys.complete(alice, second, MadeCredential.good(second), NAME))
                        .displayName());
        assertFailed(
                DirectoryProblem.ALREADY_REGISTERED,
                passkeys.complete(alice, options, MadeCredential.good(options), "Third"));
        assertEquals(true, done(passkeys.delete(alice, registered.id())));
        assertEquals(false, done(passkeys.delete(alice, registered.id())));
        assertEquals(1, done(passkeys.list(alice)).size());
    }

    @Test
    void aLongNameIsTaken() {
        EnrolmentOptions options = done(passkeys.begin(alice));
        String name = "\uD83D\uDD11".repeat(200);
        RegisteredPasskey registered = done(passkeys.complete(alice, options, MadeCredential.good(options), name));
        assertTrue(name.startsWith(registered.displayName()), registered::displayName);
    }
}
