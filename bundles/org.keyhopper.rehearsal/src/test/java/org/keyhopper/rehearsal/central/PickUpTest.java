package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.pickup.Invitation;
import org.keyhopper.central.pickup.PickUpCopy.Stage;
import org.keyhopper.central.pickup.ProvenPerson;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.vault.PinDelivery;

/** How a person gets to see a PIN. */
class PickUpTest extends PickUpFixture {

    @Test
    void pinIsShownOnceConfirmedAndGone() throws Exception {
        provisioned();
        assertEquals(Stage.WAITING, stage());
        Invitation invitation = invited();
        assertEquals(Stage.INVITED, stage());
        assertEquals(Optional.empty(), invitations().next(), "one mail");
        String cookie = signedIn(invitation);
        String csrf = csrf(cookie);
        assertRefused(CentralProblem.OUT_OF_ORDER, pickUp().confirm(CALL, cookie, csrf));
        assertRefused(CentralProblem.FORGERY_SUSPECTED, pickUp().show(CALL, cookie, "other"));
        assertEquals("4711", text(done(pickUp().show(CALL, cookie, csrf))));
        assertEquals(Stage.SHOWN, stage());
        assertRefused(CentralProblem.PICK_UP_SHOWN, pickUp().show(CALL, cookie, csrf));
        String again = signedIn(invitation);
        assertTrue(done(pickUp().visit(CALL, again)).shown().isPresent());
        assertRefused(CentralProblem.PICK_UP_SHOWN, pickUp().show(CALL, again, csrf(again)));
        done(pickUp().confirm(CALL, cookie, csrf));
        assertEquals(Stage.CONFIRMED, stage());
        assertFalse(done(office().list(PIN_OFFICER, rig.request)).getFirst().present());
        PinDelivery delivery = rig.database()
                .store()
                .write(in -> in.escrow().confirmed(rig.request))
                .getFirst()
                .delivery();
        assertEquals(PinDelivery.State.CONFIRMED, delivery.state(), "the PIN office knows");
        assertRefused(CentralProblem.PICK_UP_SIGNED_OUT, pickUp().visit(CALL, cookie));
        assertRefused(CentralProblem.PICK_UP_DONE, pickUp().open(CALL, invitation.token()));
        assertRefused(CentralProblem.NO_PICK_UP, office().invite(PIN_OFFICER, anna()));
        String subject = "recipient:" + anna().request() + "/1";
        String visitor = "visitor:ref-of-ANNA " + subject;
        assertEquals(
                List.of(
                        visitor + " central.forgery-suspected",
                        visitor + " done",
                        visitor + " central.pick-up-shown",
                        visitor + " central.pick-up-shown",
                        visitor + " central.pick-up-shown"),
                audited(AuditAction.PIN_PICKED_UP));
        assertEquals(
                List.of(visitor + " central.out-of-order", visitor + " done"), audited(AuditAction.PICK_UP_CONFIRMED));
        assertEquals(List.of("command:invitations " + subject + " done"), audited(AuditAction.PICK_UP_INVITED));
    }

    @Test
    void onlyThePersonSignsInAnewAndWithAnotherFactor() throws Exception {
        provisioned();
        String link = done(pickUp().open(CALL, invited().token()));
        Instant now = Instant.now();
        assertRefused(CentralProblem.PICK_UP_OTHER_PERSON, pickUp().signIn(CALL, link, now, person("bert")));
        assertRefused(CentralProblem.PICK_UP_OTHER_PERSON, pickUp().signIn(CALL, link, now, person("")));
        ProvenPerson old = new ProvenPerson("r", "anna", true, Optional.of(now.minusSeconds(600)));
        assertRefused(CentralProblem.PICK_UP_NOT_FRESH, pickUp().signIn(CALL, link, now, old));
        ProvenPerson silent = new ProvenPerson("r", "anna", true, Optional.empty());
        assertRefused(CentralProblem.PICK_UP_NOT_FRESH, pickUp().signIn(CALL, link, now, silent));
        ProvenPerson weak = new ProvenPerson("r", "anna", false, Optional.of(now));
        assertRefused(CentralProblem.PICK_UP_NO_FACTOR, pickUp().signIn(CALL, link, now, weak));
        assertEquals(5, audited(AuditAction.PICK_UP_SIGN_IN).size());
        assertRefused(CentralProblem.PICK_UP_UNKNOWN, pickUp().open(CALL, "guessed"));
        assertRefused(CentralProblem.PICK_UP_SIGNED_OUT, pickUp().show(CALL, "guessed", ""));
        assertEquals(
                "none  central.pick-up-unknown",
                audited(AuditAction.PICK_UP_SIGN_IN).getLast());
    }

    @Test
    void pinThatCannotBeOpenedIsNotUsedUp() throws Exception {
        provisioned();
        String cookie = signedIn(invited());
        String csrf = csrf(cookie);
        key.broken = true;
        assertRefused(CentralProblem.SEALED_PIN_INVALID, pickUp().show(CALL, cookie, csrf));
        key.broken = false;
        assertEquals("4711", text(done(pickUp().show(CALL, cookie, csrf))));
    }

    @Test
    void copyIsCheckedAndNeedsPickUpToBeOn() {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        assertRefused(
                CentralProblem.SEALED_PIN_INVALID,
                escrow(Optional.of(key)).keep(STATION, "", claimed.claim(), SEALED, Optional.of(INVALID)));
        done(escrow(Optional.empty()).keep(STATION, "", claimed.claim(), SEALED, Optional.of(COPY)));
        assertEquals(Optional.empty(), rig.database().store().write(in -> in.pickUps()
                .sealed(claimed.claim())));
        done(escrow(Optional.of(key)).keep(STATION, "", claimed.claim(), INVALID, Optional.of(COPY)));
        assertArrayEquals(
                COPY,
                rig.database()
                        .store()
                        .write(in -> in.pickUps().sealed(claimed.claim()))
                        .orElseThrow());
        done(escrow(Optional.of(key)).keep(STATION, "", claimed.claim(), SEALED));
        assertEquals(
                Optional.empty(),
                rig.database().store().write(in -> in.pickUps().sealed(claimed.claim())),
                "another PIN, of which the station sealed no copy");
    }
}
