package org.keyhopper.testkit.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.testkit.directory.DirectoryContract.assertFailed;
import static org.keyhopper.testkit.directory.DirectoryContract.done;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;

/** Registration of passkeys in a directory where everything is in order. */
public abstract class PasskeysContract {

    private static final String NAME = "Card 0815";

    /** Returns an open directory; called for every test. */
    protected abstract Directory directory();

    /** Returns a person without passkeys. */
    protected abstract DirectoryUser person();

    /** Returns what a device that may be registered says of itself. */
    protected abstract AuthenticatorInfo device();

    /** Makes a good credential, as a device would. */
    protected abstract NewCredential credentialFor(EnrolmentOptions options);

    /** Returns whether the directory takes a name for a passkey; false where it gives one of its own. */
    protected boolean takesNames() {
        return true;
    }

    @Test
    void seesNoObstacle() {
        assertEquals(
                List.of(),
                done(directory().passkeys().eligibility(person(), device())).obstacles());
    }

    @Test
    void givesOptionsThatCanBeUsedForAWhile() {
        EnrolmentOptions options = done(directory().passkeys().begin(person()));
        assertTrue(options.expires().isAfter(Instant.now()), "expired");
        assertTrue(
                options.relyingParty().origin().startsWith("https://"),
                options.relyingParty().origin());
        assertFalse(options.challenge().isEmpty(), "no challenge");
        assertFalse(options.challenge().contains("="), "padding");
        assertFalse(options.algorithms().isEmpty(), "no algorithm");
        assertTrue(options.account().handle().length > 0, "no user handle");
    }

    @Test
    void givesAnotherChallengeEachTime() {
        Passkeys passkeys = directory().passkeys();
        assertNotEquals(
                done(passkeys.begin(person())).challenge(),
                done(passkeys.begin(person())).challenge());
    }

    @Test
    void listsNothingForAPersonWithoutPasskeys() {
        assertEquals(List.of(), done(directory().passkeys().list(person())));
    }

    @Test
    void registersAndListsACredentialByItsId() {
        Passkeys passkeys = directory().passkeys();
        EnrolmentOptions options = done(passkeys.begin(person()));
        NewCredential credential = credentialFor(options);
        RegisteredPasskey registered = done(passkeys.complete(person(), options, credential, NAME));
        assertTrue(registered.credentialIds().contains(credential.id()), registered::toString);
        RegisteredPasskey listed = done(passkeys.list(person())).getFirst();
        assertEquals(registered.id(), listed.id());
        assertTrue(!takesNames() || NAME.equals(listed.displayName()), listed::displayName);
    }

    @Test
    void excludesWhatIsRegistered() {
        Passkeys passkeys = directory().passkeys();
        EnrolmentOptions options = done(passkeys.begin(person()));
        NewCredential credential = credentialFor(options);
        done(passkeys.complete(person(), options, credential, NAME));
        List<?> excluded = done(passkeys.begin(person())).exclude();
        assertTrue(excluded.contains(credential.id()), excluded::toString);
    }

    @Test
    void readsBackWhatWasRegistered() {
        Passkeys passkeys = directory().passkeys();
        RegisteredPasskey registered = register(passkeys);
        assertEquals(
                registered.id(),
                done(passkeys.readBack(person(), registered.id())).id());
    }

    @Test
    void saysThatItCannotReadBackWhatIsNotThere() {
        Passkeys passkeys = directory().passkeys();
        RegisteredPasskey registered = register(passkeys);
        done(passkeys.delete(person(), registered.id()));
        assertFailed(DirectoryProblem.NOT_READ_BACK, passkeys.readBack(person(), registered.id()));
    }

    @Test
    void deletesOnceAndSaysSoTheSecondTime() {
        Passkeys passkeys = directory().passkeys();
        RegisteredPasskey registered = register(passkeys);
        assertEquals(true, done(passkeys.delete(person(), registered.id())));
        assertEquals(false, done(passkeys.delete(person(), registered.id())));
        assertEquals(List.of(), done(passkeys.list(person())));
    }

    @Test
    void refusesOptionsThatWereUsedBefore() {
        Passkeys passkeys = directory().passkeys();
        EnrolmentOptions options = done(passkeys.begin(person()));
        done(passkeys.complete(person(), options, credentialFor(options), NAME));
        Answer<RegisteredPasskey> again = passkeys.complete(person(), options, credentialFor(options), NAME);
        assertTrue(again instanceof Answer.Failed<?>, again::toString);
        assertEquals(1, done(passkeys.list(person())).size());
    }

    @Test
    void cutsANameThatIsTooLong() {
        Passkeys passkeys = directory().passkeys();
        EnrolmentOptions options = done(passkeys.begin(person()));
        String name = "\uD83D\uDD11".repeat(200);
        RegisteredPasskey registered = done(passkeys.complete(person(), options, credentialFor(options), name));
        assertTrue(!takesNames() || name.startsWith(registered.displayName()), registered::displayName);
        assertFalse(Character.isHighSurrogate(
                registered.displayName().charAt(registered.displayName().length() - 1)));
    }

    @Test
    void abandonsWithoutATrace() {
        Passkeys passkeys = directory().passkeys();
        EnrolmentOptions options = done(passkeys.begin(person()));
        done(passkeys.abandon(person(), options.enrolmentId()));
        assertEquals(false, done(passkeys.abandon(person(), options.enrolmentId())));
        assertEquals(List.of(), done(passkeys.list(person())));
    }

    private RegisteredPasskey register(Passkeys passkeys) {
        EnrolmentOptions options = done(passkeys.begin(person()));
        return done(passkeys.complete(person(), options, credentialFor(options), NAME));
    }
}
