package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.rehearsal.sandbox.MadeCredential;
import org.keyhopper.rehearsal.sandbox.SandboxRig;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** Guests, and accounts that are renamed between look-up and registration. */
class EntraAccountTest {

    private final EntraRig rig = new EntraRig(SandboxOptions.withPeople(1));

    @AfterEach
    void stop() {
        rig.close();
    }

    private static Answer<RegisteredPasskey> registered(Directory directory, DirectoryUser user) {
        EnrolmentOptions options = directory.passkeys().begin(user).result().orElseThrow();
        return directory.passkeys().complete(user, options, MadeCredential.good(options), "Card");
    }

    @Test
    void aGuestRegistersElsewhere() {
        SandboxUser guest = rig.sandbox.users().getFirst().guestIn("keyhopper.example");
        rig.sandbox.put(guest);
        Directory directory = rig.connect();
        DirectoryUser user = directory.people().find(guest.id()).result().orElseThrow();
        assertEquals(
                List.of("directory.user-is-guest"),
                directory.passkeys().eligibility(user, SandboxRig.device()).result().orElseThrow().obstacles().stream()
                        .map(problem -> problem.code().id())
                        .toList());
        assertTrue(registered(directory, user).failure().isPresent());
    }

    /** The passkey carries the account name, so one made before the change has to be made anew; all calls use the id. */
    @Test
    void anAccountThatWasRenamedIsEnrolledUnderItsNewName() {
        Directory directory = rig.connect();
        DirectoryUser before = rig.user(0);
        SandboxUser user = rig.sandbox.users().getFirst();
        rig.sandbox.put(new SandboxUser(
                user.id(), "renamed@contoso.example", user.displayName(), user.surname(), user.mail(), true));
        assertEquals(
                "renamed@contoso.example",
                directory
                        .passkeys()
                        .begin(before)
                        .result()
                        .orElseThrow()
                        .account()
                        .name());
        Answer<RegisteredPasskey> answer = registered(directory, before);
        assertTrue(answer.result().isPresent(), answer::toString);
    }
}
