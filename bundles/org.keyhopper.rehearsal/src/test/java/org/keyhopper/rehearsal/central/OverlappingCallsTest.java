package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.rehearsal.central.CentralRig.Device;

/** Calls that overlap, and calls whose result is not stored. */
class OverlappingCallsTest {

    private static final Caller STATION = CentralRig.station("one");
    private static final ReleaseOrder CLEAN = new ReleaseOrder("device.removed", false, true);

    @TempDir
    Path folder;

    private CentralRig rig;
    private Device device;

    @BeforeEach
    void open() throws Exception {
        rig = new CentralRig(folder, Optional.empty(), Set.of(), "anna", "bert");
        device = new Device("x5c");
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private Enrolments calls() {
        return rig.central().enrolments();
    }

    private BegunEnrolment begun(Caller station, ClaimedRecipient claimed) {
        return done(calls().begin(station, claimed.claim(), device.report()));
    }

    private Answer<Outcome> prove(Caller station, long claim, NewCredential made, byte[] clientData) throws Exception {
        return calls().prove(station, claim, made.id(), device.sign(made, clientData));
    }

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
}
