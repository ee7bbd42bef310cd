package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.escrow.SealedPin;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpLink;
import org.keyhopper.central.pickup.PickUpSession;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.records.RecordKind;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.vault.PinDelivery;

/** Copies of PINs for pick-up, used by two instances. */
class PickUpTableTest extends TwoInstances {

    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2099-01-01T00:00:00Z");
    private static final byte[] COPY = {1, 2};

    private static void change(CentralDatabase database, Consumer<CentralTransaction> change) {
        database.store().write(in -> {
            change.accept(in);
            return in;
        });
    }

    private Enrolment kept(String key, boolean confirmed) {
        Enrolment claimed = claim(one, "s", key).orElseThrow();
        change(one, in -> {
            in.pickUps().put(claimed.claim(), claimed.recipient(), COPY, EARLY);
            in.escrow()
                    .put(new SealedPin(claimed.claim(), claimed.recipient(), COPY, confirmed, EARLY, PinDelivery.NONE));
        });
        return claimed;
    }

    private Optional<PickUpCopy> due() {
        return two.store().write(in -> in.pickUps().due(in.now()));
    }

    private void provisioned(Enrolment enrolment) {
        change(one, in -> in.enrolments()
                .settle(
                        enrolment,
                        new OutcomeRecord(
                                Outcome.PROVISIONED,
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                EARLY,
                                java.time.Duration.ZERO)));
    }

    @Test
    void invitationIsDueOncePersonAndPinAreReady() {
        Enrolment enrolment = kept("k", false);
        provisioned(enrolment);
        assertEquals(Optional.empty(), due(), "the device has not accepted the PIN");
        change(one, in -> in.escrow()
                .put(new SealedPin(enrolment.claim(), enrolment.recipient(), COPY, true, EARLY, PinDelivery.NONE)));
        PickUpCopy copy = due().orElseThrow();
        assertEquals(enrolment.claim(), copy.claim());
        assertTrue(copy.present());
        change(two, in -> in.pickUps().update(copy.sending(LATE)));
        assertEquals(Optional.empty(), due(), "another instance sends it");
        change(two, in -> in.pickUps().update(copy.failed(CentralProblem.MAIL_REFUSED, Optional.empty())));
        assertEquals(
                Optional.of(CentralProblem.MAIL_REFUSED),
                one.store()
                        .write(in -> in.pickUps().list(request.id()))
                        .getFirst()
                        .failure());
        Enrolment other = kept("other", true);
        assertEquals(Optional.empty(), due(), "that person is not provisioned");
        assertEquals(2, one.store().write(in -> in.pickUps().list(request.id())).size());
        assertFalse(other.recipient().equals(enrolment.recipient()));
    }

    @Test
    void copyIsDroppedWhileTheRestStays() {
        Enrolment enrolment = kept("k", true);
        assertArrayEquals(
                COPY,
                two.store().write(in -> in.pickUps().sealed(enrolment.claim())).orElseThrow());
        change(two, in -> in.pickUps().drop(enrolment.claim()));
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().sealed(enrolment.claim())));
        PickUpCopy left =
                one.store().write(in -> in.pickUps().lock(enrolment.claim())).orElseThrow();
        assertFalse(left.present());
        assertEquals(Optional.empty(), left.due());
    }

    @Test
    void copyOfAnotherDeviceIsDropped() {
        Enrolment enrolment = kept("k", true);
        CredentialId credential = CredentialId.of(new byte[] {7});
        NewCredential made = new NewCredential(credential, new byte[] {1}, new byte[] {2}, List.of());
        change(one, in -> in.enrolments().put(enrolment.registering(made, "Key")));
        change(two, in -> {
            in.pickUps().drop(credential);
            in.pickUps().dropOthers(enrolment.recipient(), credential);
        });
        assertTrue(
                one.store().write(in -> in.pickUps().sealed(enrolment.claim())).isPresent(), "it is of this device");
        change(two, in -> in.pickUps().dropOthers(enrolment.recipient(), CredentialId.of(new byte[] {8})));
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().sealed(enrolment.claim())));
    }

    @Test
    void laterLinkReplacesTheOnesBefore() {
        Enrolment enrolment = kept("k", true);
        change(one, in -> in.pickUps().add(new PickUpLink("first", enrolment.claim(), LATE, false)));
        change(two, in -> in.pickUps().add(new PickUpLink("second", enrolment.claim(), LATE, false)));
        assertEquals(
                Optional.of(new PickUpLink("first", enrolment.claim(), LATE, true)),
                one.store().write(in -> in.pickUps().link("first")));
        assertEquals(
                Optional.of(new PickUpLink("second", enrolment.claim(), LATE, false)),
                one.store().write(in -> in.pickUps().link("second")));
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().link("third")));
    }

    @Test
    void sessionsEndWithTheirCopy() {
        Enrolment enrolment = kept("k", true);
        PickUpSession session = new PickUpSession("hash", "link", "visitor", "csrf", LATE);
        PickUpSession old = new PickUpSession("old", "link", "visitor", "csrf", EARLY);
        change(one, in -> {
            in.pickUps().add(new PickUpLink("link", enrolment.claim(), LATE, false));
            in.pickUps().add(old);
            in.pickUps().add(session);
        });
        assertEquals(Optional.of(session), two.store().write(in -> in.pickUps().session("hash")));
        assertEquals(Optional.empty(), two.store().write(in -> in.pickUps().session("old")));
        int removed = two.store().write(in -> in.retention().remove(RecordKind.PINS, LATE, 5));
        assertEquals(2, removed);
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().session("hash")));
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().link("link")));
    }

    @Test
    void personIsErasedWithTheCopy() {
        Enrolment enrolment = kept("k", true);
        change(one, in -> in.enrolments().release(enrolment.claim()));
        assertTrue(two.store().write(in -> in.people().erase("contoso", "user1")) > 0);
        assertEquals(Optional.empty(), one.store().write(in -> in.pickUps().lock(enrolment.claim())));
    }
}
