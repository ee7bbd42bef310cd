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

/** How a connector handles failures of the directory: what it repeats, what it reports as unclear, and what it leaves behind. */
public abstract class DirectoryFailureContract {

    private static final String NAME = "Card 0815";

    /** The call at which the directory fails. */
    public enum Call {
        FIND,
        BEGIN,
        COMPLETE,
        LIST,
        READ_BACK,
        DELETE
    }

    /** How the directory fails. */
    public enum Failure {
        /** Throttles once. */
        THROTTLES,
        /** Throttles every call from now on. */
        THROTTLES_FOREVER,
        /** Ends the session once. */
        ENDS_SESSION,
        /** Answers once with an error of its own and does nothing. */
        FAILS,
        /** Carries the call out once and loses the answer. */
        LOSES_ANSWER,
        /** Loses the call once, without an answer. */
        LOSES_CALL,
        /** Carries the call out once and sends an answer that cannot be read. */
        SENDS_UNREADABLE_ANSWER,
        /** Reports a missing permission. */
        FORBIDS,
        /** Refuses the model of the device. */
        REFUSES_MODEL,
        /** Sends options that have expired. */
        GIVES_EXPIRED
    }

    private Directory directory;
    private Passkeys passkeys;
    private DirectoryUser person;

    /** Returns an open directory whose waits take no time; called for every test. */
    protected abstract Directory directory();

    /** Returns a person without passkeys. */
    protected abstract DirectoryUser person();

    /** Makes a valid credential, as a device would. */
    protected abstract NewCredential credentialFor(EnrolmentOptions options);

    /** Makes the directory fail at the next call of this kind. */
    protected abstract void arrange(Call call, Failure failure);

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
    void callThatCertainlyHadNoEffectIsRepeated() {
        for (Failure failure : harmless()) {
            for (Call call : Call.values()) {
                arrange(call, failure);
            }
            String id = registeredAndSeen();
            assertEquals(true, done(passkeys.delete(person, id)), failure::toString);
            assertEquals(0, registered(), failure::toString);
        }
    }

    private List<Failure> harmless() {
        return renewsSessions() ? List.of(Failure.THROTTLES, Failure.ENDS_SESSION) : List.of(Failure.THROTTLES);
    }

    @Test
    void idempotentCallIsRepeatedAfterAnErrorAndWithoutAnAnswer() {
        for (Failure failure : List.of(Failure.FAILS, Failure.LOSES_ANSWER, Failure.LOSES_CALL)) {
            for (Call call : List.of(Call.FIND, Call.BEGIN, Call.LIST, Call.READ_BACK)) {
                arrange(call, failure);
            }
            String id = registeredAndSeen();
            arrange(Call.DELETE, failure);
            assertTrue(passkeys.delete(person, id) instanceof Answer.Done, failure::toString);
            assertEquals(0, registered(), failure::toString);
            assertEquals(0, pending(), failure::toString);
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
    void lostAnswerToARegistrationIsUnclearAndThePasskeyIsListed() {
        assertUnclear(Failure.LOSES_ANSWER, 1);
    }

    @Test
    void unreadableAnswerIsUnclearAndThePasskeyIsListed() {
        if (describesRegistrations()) {
            assertUnclear(Failure.SENDS_UNREADABLE_ANSWER, 1);
            return;
        }
        EnrolmentOptions options = done(passkeys.begin(person));
        arrange(Call.COMPLETE, Failure.SENDS_UNREADABLE_ANSWER);
        done(passkeys.complete(person, options, credentialFor(options), NAME));
        assertEquals(1, registered());
    }

    @Test
    void registrationThatNeverArrivedIsUnclearAndNotRepeated() {
        assertUnclear(Failure.LOSES_CALL, 0);
    }

    @Test
    void registrationThatEndedInAnErrorIsUnclearAndNotRepeated() {
        assertUnclear(Failure.FAILS, 0);
    }

    private void assertUnclear(Failure failure, int wanted) {
        EnrolmentOptions options = done(passkeys.begin(person));
        NewCredential credential = credentialFor(options);
        arrange(Call.COMPLETE, failure);
        Answer<RegisteredPasskey> answer = passkeys.complete(person, options, credential, NAME);
        assertTrue(answer instanceof Answer.Unclear, answer::toString);
        assertEquals(wanted, registered());
        List<RegisteredPasskey> listed = done(passkeys.list(person));
        assertEquals(wanted, listed.size());
        assertTrue(
                listed.stream().allMatch(passkey -> isRecognised(passkey, options, credential)),
                () -> "neither by credential id nor by enrolment id: " + listed);
        done(passkeys.abandon(person, options.enrolmentId()));
        assertEquals(0, pending());
    }

    private static boolean isRecognised(RegisteredPasskey passkey, EnrolmentOptions options, NewCredential credential) {
        return passkey.credentialIds().isEmpty()
                ? passkey.id().equals(options.enrolmentId())
                : passkey.credentialIds().contains(credential.id());
    }

    @Test
    void endlessThrottlingFailsWithoutARegistration() {
        EnrolmentOptions options = done(passkeys.begin(person));
        arrange(Call.COMPLETE, Failure.THROTTLES_FOREVER);
        assertFailed(DirectoryProblem.THROTTLED, passkeys.complete(person, options, credentialFor(options), NAME));
        assertEquals(0, registered());
    }

    @Test
    void missingPermissionIsReported() {
        arrange(Call.BEGIN, Failure.FORBIDS);
        assertFailed(DirectoryProblem.NOT_PERMITTED, passkeys.begin(person));
        assertEquals(0, pending());
    }

    @Test
    void refusedModelIsReported() {
        EnrolmentOptions options = done(passkeys.begin(person));
        arrange(Call.COMPLETE, Failure.REFUSES_MODEL);
        assertFailed(
                DirectoryProblem.AAGUID_NOT_ALLOWED, passkeys.complete(person, options, credentialFor(options), NAME));
        assertEquals(0, registered());
    }

    @Test
    void expiredOptionsAreRefusedOrShowTheirExpiry() {
        arrange(Call.BEGIN, Failure.GIVES_EXPIRED);
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
    void enrolmentOfUnknownIdIsAbandoned() {
        EnrolmentOptions options = done(passkeys.begin(person));
        done(passkeys.abandon(person, ""));
        assertEquals(0, pending());
    }

    @Test
    void abandoningKeepsRegisteredPasskeys() {
        EnrolmentOptions options = done(passkeys.begin(person));
        done(passkeys.complete(person, options, credentialFor(options), NAME));
        done(passkeys.abandon(person, ""));
        assertEquals(1, registered());
    }
}
