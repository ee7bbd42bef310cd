package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.StoreException;

/** Calls that overlap, and calls whose result is not stored or not known. */
class OverlappingCallsTest extends StationFixture {

    /** Carries out a call of a station once, at the next moment of the directory. */
    private <T> List<Answer<T>> during(Callable<Answer<T>> call) {
        List<Answer<T>> answers = new ArrayList<>();
        rig.directory.moment = () -> {
            rig.directory.moment = () -> {};
            try {
                answers.add(call.call());
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        };
        return answers;
    }

    @Test
    void proofDuringAReleaseIsRefused() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        var proofs = during(() -> prove(STATION, claimed.claim(), made, begun.proofClientData()));
        assertEquals(Outcome.FAILED, done(calls().release(STATION, claimed.claim(), CLEAN)));
        assertRefused(CentralProblem.IN_PROGRESS, proofs.getFirst());
        assertEquals(Outcome.FAILED, rig.outcome(1));
        assertEquals(List.of(), rig.directory.of("anna"));
    }

    @Test
    void releaseDuringAProofIsRefused() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        var releases = during(() -> calls().release(STATION, claimed.claim(), CLEAN));
        assertEquals(Outcome.PROVISIONED, done(prove(STATION, claimed.claim(), made, begun.proofClientData())));
        assertRefused(CentralProblem.IN_PROGRESS, releases.getFirst());
        assertEquals(List.of(made.id()), rig.directory.of("anna"));
    }

    @Test
    void callIsRepeatedAfterItsResultCouldNotBeStored() {
        AtomicBoolean broken = new AtomicBoolean();
        rig.restart(store -> new CentralStore() {
            @Override
            public <T> T write(Function<CentralTransaction, T> work) {
                if (broken.get()) {
                    throw new StoreException("as a test");
                }
                return store.write(work);
            }

            @Override
            public <T> T configure(DirectoryDraft draft, boolean keep, Function<CentralTransaction, T> work) {
                return store.configure(draft, keep, work);
            }
        });
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        rig.directory.moment = () -> broken.set(true);
        assertThrows(StoreException.class, () -> calls().begin(STATION, claimed.claim(), device.report()));
        rig.directory.moment = () -> {};
        broken.set(false);
        done(calls().begin(STATION, claimed.claim(), device.report()));
        assertEquals(1, rig.directory.pending().size());
    }

    @Test
    void resultOfACallWhoseReservationWasLostIsNotStored() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        during(() -> rig.database().store().write(in -> {
            in.enrolments().unreserve(claimed.claim());
            return Answer.done(claimed);
        }));
        Answer<String> answer = calls().register(STATION, claimed.claim(), made, "Key");
        Answer.Unclear<?> unclear = assertInstanceOf(Answer.Unclear.class, answer);
        assertTrue(unclear.problem().is(CentralProblem.IN_PROGRESS));
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(List.of(made.id()), rig.directory.of("anna"));
    }

    /** Returns a claim whose registration was sent and had no effect yet. */
    private ClaimedRecipient sent(List<NewCredential> made) throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        made.add(device.make(begun(STATION, claimed)));
        rig.directory.losesRegistrations = true;
        assertInstanceOf(Answer.Unclear.class, calls().register(STATION, claimed.claim(), made.getFirst(), "Key"));
        rig.directory.losesRegistrations = false;
        return claimed;
    }

    @Test
    void registrationThatMayHaveBeenSentStaysUnclearWhileTheDirectoryIsNotReached() throws Exception {
        List<NewCredential> made = new ArrayList<>();
        ClaimedRecipient claimed = sent(made);
        rig.restart();
        rig.directory.unreachable = Optional.of(Problem.of(DirectoryProblem.REFUSED, "500"));
        assertInstanceOf(Answer.Unclear.class, calls().register(STATION, claimed.claim(), made.getFirst(), "Key"));
        rig.directory.unreachable = Optional.empty();
        done(calls().register(STATION, claimed.claim(), made.getFirst(), "Key"));
        assertEquals(List.of(made.getFirst().id()), rig.directory.of("anna"));
    }

    @Test
    void registrationThatARepeatFinishedIsNotSentAgain() throws Exception {
        List<NewCredential> made = new ArrayList<>();
        ClaimedRecipient claimed = sent(made);
        AtomicInteger transactions = new AtomicInteger();
        rig.restart(store -> new CentralStore() {
            @Override
            public <T> T write(Function<CentralTransaction, T> work) {
                if (transactions.incrementAndGet() == 2) {
                    done(calls().register(STATION, claimed.claim(), made.getFirst(), "Key"));
                }
                return store.write(work);
            }

            @Override
            public <T> T configure(DirectoryDraft draft, boolean keep, Function<CentralTransaction, T> work) {
                return store.configure(draft, keep, work);
            }
        });
        done(calls().register(STATION, claimed.claim(), made.getFirst(), "Key"));
        assertEquals(
                1,
                rig.trail().stream()
                        .filter(it -> it.event().action().name().equals("REGISTER"))
                        .count());
    }

    @Test
    void registrationThatMayStillArriveLeavesTheRecipientUnclear() throws Exception {
        ClaimedRecipient claimed = sent(new ArrayList<>());
        assertEquals(Outcome.UNCLEAR, done(calls().release(STATION, claimed.claim(), CLEAN)));
        assertEquals(Outcome.UNCLEAR, rig.outcome(1));
        assertEquals(List.of(), rig.directory.pending());
    }

    @Test
    void registrationThatDidNotArriveBeforeItsOptionsExpiredIsReleased() throws Exception {
        ClaimedRecipient claimed = sent(new ArrayList<>());
        rig.database().store().write(in -> {
            Enrolment enrolment = in.enrolments().lock(claimed.claim()).orElseThrow();
            EnrolmentOptions options = expired(enrolment.options());
            in.enrolments().put(enrolment.begun(enrolment.user(), options).in(enrolment.state()));
            return options;
        });
        assertEquals(Outcome.FAILED, done(calls().release(STATION, claimed.claim(), CLEAN)));
    }

    private static EnrolmentOptions expired(EnrolmentOptions options) {
        return new EnrolmentOptions(
                options.enrolmentId(),
                options.relyingParty(),
                options.account(),
                options.challenge(),
                options.algorithms(),
                options.exclude(),
                options.extensions(),
                options.attestation(),
                Instant.EPOCH);
    }
}
