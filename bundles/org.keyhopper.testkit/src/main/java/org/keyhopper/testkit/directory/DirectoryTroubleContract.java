package org.keyhopper.testkit.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.testkit.directory.DirectoryContract.assertFailed;
import static org.keyhopper.testkit.directory.DirectoryContract.done;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;

/** What a connector makes of a directory in trouble: what it repeats, what it calls unclear, and what it leaves behind. */
public abstract class DirectoryTroubleContract {

    private static final String NAME = "Card 0815";

    /** What is asked of the directory. */
    public enum Call {
        FIND,
        BEGIN,
        COMPLETE,
        LIST,
        READ_BACK,
        DELETE
    }

    /** What goes wrong. */
    public enum Trouble {
        /** It asks for patience, once. */
        THROTTLES,
        /** It asks for patience without end. */
        THROTTLES_FOREVER,
        /** The session is over, once. */
        ENDS_SESSION,
        /** An error of its own, once, and nothing done. */
        FAILS,
        /** Done, but the answer is lost, once. */
        LOSES_ANSWER,
        /** Not done, and no answer, once. */
        LOSES_CALL,
        /** Done, but the answer cannot be read, once. */
        MUMBLES,
        /** A permission is missing. */
        FORBIDS,
        /** It does not take this model. */
        REFUSES_MODEL,
        /** What it gives is over when it arrives. */
        GIVES_EXPIRED
    }

    private Directory directory;
    private Passkeys passkeys;
    private DirectoryUser person;

    /** Returns an open directory whose waits take no time; called for every test. */
    protected abstract Directory directory();

    /** Returns a person without passkeys. */
    protected abstract DirectoryUser person();

    /** Makes a good credential, as a device would. */
    protected abstract NewCredential credentialFor(EnrolmentOptions options);

    /** Makes this go wrong at the next call of the kind. */
    protected abstract void arrange(Call call, Trouble trouble);

    /** Returns how many passkeys of the person the directory itself knows. */
    protected abstract int registered();

    /** Returns how many enrolments the directory itself keeps pending; 0 where it keeps none. */
    protected abstract int pending();

    /** Returns whether a session that ended can be renewed; false where it rests on a fixed token. */
    protected boolean renewsSessions() {
        return true;
    }

    /** Returns whether a registration is known by the body of its response; false where the connector reads it back. */
    protected boolean describesRegistrations() {
        return true;
    }

    @BeforeEach
    final void open() {
        directory = directory();
        passkeys = directory.passkeys();
        person = person();
    }

    @Test
    void whatCertainlyDidNothingIsAskedAgain() {
        for (Trouble trouble : harmless()) {
            for (Call call : Call.values()) {
                arrange(call, trouble);
            }
            String id = registeredAndSeen();
            assertEquals(true, done(passkeys.delete(person, id)), trouble::toString);
            assertEquals(0, registered(), trouble::toString);
        }
    }

    private List<Trouble> harmless() {
        return renewsSessions() ? List.of(Trouble.THROTTLES, Trouble.ENDS_SESSION) : List.of(Trouble.THROTTLES);
    }

    @Test
    void whatDoesNoHarmTwiceIsAskedAgainAfterAnErrorAndAfterSilence() {
        for (Trouble trouble : List.of(Trouble.FAILS, Trouble.LOSES_ANSWER, Trouble.LOSES_CALL)) {
            for (Call call : List.of(Call.FIND, Call.BEGIN, Call.LIST, Call.READ_BACK)) {
                arrange(call, trouble);
            }
            String id = registeredAndSeen();
            arrange(Call.DELETE, trouble);
            assertTrue(passkeys.delete(person, id) instanceof Answer.Done, trouble::toString);
            assertEquals(0, registered(), trouble::toString);
            assertEquals(0, pending(), trouble::toString);
        }
    }

    private String registeredAndSeen() {
        done(directory.people().find(person.userName()));
        EnrolmentOptions options = done(passkeys.begin(person));
        RegisteredPasskey passkey = done(passkeys.complete(person, options, credentialFor(options), NAME));
        assertEquals(passkey.id(), done(passkeys.readBack(person, passkey.id())).id());
        assertEquals(1, done(passkeys.list(person)).size());
        return passkey.id();
    }

    @Test
    void aLostAnswerToARegistrationIsUnclearAndTheListTellsThatItIsThere() {
        assertUnclear(Trouble.LOSES_ANSWER, 1);
    }

    @Test
    void anAnswerThatCannotBeReadIsUnclearAndTheListTellsThatItIsThere() {
        if (describesRegistrations()) {
            assertUnclear(Trouble.MUMBLES, 1);
            return;
        }
        EnrolmentOptions options = done(passkeys.begin(person));
        arrange(Call.COMPLETE, Trouble.MUMBLES);
        done(passkeys.complete(person, options, credentialFor(options), NAME));
        assertEquals(1, registered());
    }

    @Test
    void aRegistrationThatNeverArrivedIsUnclearAndNotSentAgain() {
        assertUnclear(Trouble.LOSES_CALL, 0);
    }

    @Test
    void aRegistrationThatEndedInAnErrorIsUnclearAndNotSentAgain() {
        assertUnclear(Trouble.FAILS, 0);
    }

    private void assertUnclear(Trouble trouble, int wanted) {
        EnrolmentOptions options = done(passkeys.begin(person));
        NewCredential credential = credentialFor(options);
        arrange(Call.COMPLETE, trouble);
        Answer<RegisteredPasskey> answer = passkeys.complete(person, options, credential, NAME);
        assertTrue(answer instanceof Answer.Unclear, answer::toString);
        assertEquals(wanted, registered());
        List<RegisteredPasskey> listed = done(passkeys.list(person));
        assertEquals(wanted, listed.size());
        assertTrue(
                listed.stream().allMatch(passkey -> isRecognised(passkey, options, credential)),
                () -> "neither by credential id nor by the id told before: " + listed);
        done(passkeys.abandon(person, options.enrolmentId()));
        assertEquals(0, pending());
    }

    private static boolean isRecognised(RegisteredPasskey passkey, EnrolmentOptions options, NewCredential credential) {
        return passkey.credentialIds().isEmpty()
                ? passkey.id().equals(options.enrolmentId())
                : passkey.credentialIds().contains(credential.id());
    }

    @Test
    void throttlingWithoutEndIsAFailureThatLeftNothing() {
        EnrolmentOptions options = done(passkeys.begin(person));
        arrange(Call.COMPLETE, Trouble.THROTTLES_FOREVER);
        assertFailed(DirectoryProblem.THROTTLED, passkeys.complete(person, options, credentialFor(options), NAME));
        assertEquals(0, registered());
    }

    @Test
    void aMissingPermissionIsTold() {
        arrange(Call.BEGIN, Trouble.FORBIDS);
        assertFailed(DirectoryProblem.NOT_PERMITTED, passkeys.begin(person));
        assertEquals(0, pending());
    }

    @Test
    void aModelThatIsNotTakenIsTold() {
        EnrolmentOptions options = done(passkeys.begin(person));
        arrange(Call.COMPLETE, Trouble.REFUSES_MODEL);
        assertFailed(
                DirectoryProblem.AAGUID_NOT_ALLOWED, passkeys.complete(person, options, credentialFor(options), NAME));
        assertEquals(0, registered());
    }

    @Test
    void optionsThatAreOverAreRefusedOrShowTheirEnd() {
        arrange(Call.BEGIN, Trouble.GIVES_EXPIRED);
        Answer<EnrolmentOptions> answer = passkeys.begin(person);
        boolean shown = answer.result()
                .filter(options -> options.expires().isBefore(Instant.now().plusSeconds(10)))
                .isPresent();
        if (!shown) {
            assertFailed(DirectoryProblem.OPTIONS_EXPIRED, answer);
        }
        assertEquals(0, registered());
    }

    @Test
    void anEnrolmentWhoseIdNobodyKnowsIsAbandonedAsWell() {
        EnrolmentOptions options = done(passkeys.begin(person));
        done(passkeys.abandon(person, ""));
        assertEquals(0, pending());
    }

    @Test
    void abandoningSparesWhatIsRegistered() {
        EnrolmentOptions options = done(passkeys.begin(person));
        done(passkeys.complete(person, options, credentialFor(options), NAME));
        done(passkeys.abandon(person, ""));
        assertEquals(1, registered());
    }
}
