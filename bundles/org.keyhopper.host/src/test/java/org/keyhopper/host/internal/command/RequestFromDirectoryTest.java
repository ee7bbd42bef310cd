package org.keyhopper.host.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.core.journal.Revocation;
import org.keyhopper.rehearsal.sandbox.ForeignPasskey;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.station.RehearsalStation;

class RequestFromDirectoryTest {

    private static final String DIRECTORY = RehearsalStation.DIRECTORY;

    private CommandFixture fixture;

    @BeforeEach
    void open() throws IOException {
        fixture = new CommandFixture();
    }

    @AfterEach
    void close() throws IOException {
        fixture.close();
    }

    private JsonObject gathered(String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("request", "from-directory", "--directory", DIRECTORY, "--name", "HQ", "--json"));
        arguments.addAll(List.of(more));
        assertEquals(0, fixture.run(arguments.toArray(String[]::new)), fixture::err);
        return fixture.objects().getLast();
    }

    private static String person(SandboxUser user) {
        return user.userPrincipalName();
    }

    @Test
    void searchFindsGroupsAndPeople() {
        assertEquals(0, fixture.run("directory", "search", DIRECTORY, "Head", "--json"), fixture::err);
        assertEquals(
                "Headquarters", fixture.objects().getFirst().get("displayName").getAsString());
        assertEquals(0, fixture.run("directory", "search", DIRECTORY, "am", "--limit", "3", "--json"), fixture::err);
        assertEquals(3, fixture.objects().size());
    }

    @Test
    void groupIsTakenWithoutUnusableMembers() {
        JsonObject made = gathered("--group", "Headquarters");
        int leftOut = made.getAsJsonArray("leftOut").size();
        assertTrue(leftOut > 100, () -> "left out " + leftOut);
        assertEquals(2000, made.get("recipients").getAsInt() + leftOut);
        assertEquals(
                2000,
                gathered("--group", "Headquarters", "--include", "disabled,guest,same_email")
                        .get("recipients")
                        .getAsInt());
    }

    @Test
    void passkeyHoldersCanBeExcluded() {
        SandboxUser holder = fixture.rehearsal().sandbox().users().stream()
                .filter(user ->
                        !fixture.rehearsal().sandbox().registered(user.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        SandboxUser other = fixture.rehearsal().sandbox().users().getFirst();
        JsonObject made = gathered("--person", person(holder), "--person", person(other), "--without-passkey");
        assertEquals(1, made.get("havePasskey").getAsInt());
        assertEquals(1, made.get("recipients").getAsInt());
    }

    @Test
    void noRequestIsCreatedWithoutPeople() {
        int before = fixture.station().requests().list().size();
        assertEquals(
                2,
                fixture.run(
                        "request", "from-directory", "--directory", DIRECTORY, "--name", "x", "--group", "No such"));
        assertEquals(before, fixture.station().requests().list().size());
    }

    @Test
    void refreshShowsChanges() {
        SandboxUser user = fixture.rehearsal().sandbox().users().getFirst();
        String id = gathered("--person", person(user)).get("id").getAsString();
        fixture.rehearsal()
                .sandbox()
                .put(new SandboxUser(user.id(), "new.name@keyhopper.example", "New Name", "Name", "", false));
        assertEquals(0, fixture.run("request", "refresh", id, "--json"), fixture::err);
        JsonObject refreshed = fixture.objects().getFirst();
        assertEquals("[\"disabled\",\"renamed\"]", refreshed.get("changes").toString());
        assertEquals(user.displayName(), refreshed.get("formerName").getAsString());
        assertEquals(0, fixture.run("request", "refresh", id));
        assertTrue(fixture.out().contains("1. New Name: disabled"), fixture.out());
    }

    @Test
    void revocationNeedsConfirmation() {
        SandboxUser holder = fixture.rehearsal().sandbox().users().stream()
                .filter(user ->
                        !fixture.rehearsal().sandbox().registered(user.id()).isEmpty())
                .findFirst()
                .orElseThrow();
        String id = gathered("--person", person(holder)).get("id").getAsString();
        assertEquals(0, fixture.run("request", "passkeys", id, "--json"), fixture::err);
        JsonObject listed = fixture.objects().getFirst();
        assertEquals(ForeignPasskey.NAME, listed.get("displayName").getAsString());
        assertFalse(listed.get("ours").getAsBoolean());
        String passkey = listed.get("passkeyId").getAsString();
        assertEquals(2, fixture.run("request", "passkeys", id, "--revoke", passkey));
        assertTrue(fixture.out().contains("It is their only passkey."), fixture.out());
        assertEquals(1, fixture.rehearsal().sandbox().registered(holder.id()).size());
        assertEquals(0, fixture.run("request", "passkeys", id, "--revoke", passkey, "--yes"), fixture::err);
        assertTrue(fixture.rehearsal().sandbox().registered(holder.id()).isEmpty());
        assertEquals(
                Set.of(Revocation.End.REVOKED),
                Set.of(fixture.station().revocations().list().getFirst().end().orElseThrow()));
    }
}
