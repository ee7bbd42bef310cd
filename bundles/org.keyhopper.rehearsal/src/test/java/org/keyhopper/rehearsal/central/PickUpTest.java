package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.escrow.SealedPins;
import org.keyhopper.central.pickup.Invitation;
import org.keyhopper.central.pickup.Invitations;
import org.keyhopper.central.pickup.PickUp;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpCopy.Stage;
import org.keyhopper.central.pickup.PickUpKey;
import org.keyhopper.central.pickup.PickUpOffice;
import org.keyhopper.central.pickup.ProvenPerson;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientId;

/** PINs on their way to people who pick them up at Central. */
class PickUpTest extends StationFixture {

    private static final Caller PIN_OFFICER = new Caller(
            Caller.Kind.OPERATOR, "pia", List.of(new Grant(Role.PIN_OFFICER, new Scope.Everything())), "call");
    private static final Caller POST = new Caller(Caller.Kind.COMMAND, "invitations", List.of(), "call");
    private static final byte[] SEALED = {1};
    private static final byte[] COPY = {4, 7, 1, 1};
    private static final byte[] INVALID = {0};
    private static final String CALL = "call-of-anna";

    /** Copies are the digits of the PIN. */
    private static final class Key implements PickUpKey {

        private boolean broken;

        @Override
        public byte[] certificate() {
            return new byte[] {5};
        }

        @Override
        public Optional<Problem> check(byte[] sealed, String stationKey, String context) {
            return Arrays.equals(sealed, INVALID) || broken
                    ? Optional.of(Problem.of(CentralProblem.SEALED_PIN_INVALID, "form"))
                    : Optional.empty();
        }

        @Override
        public Answer<Secret> open(byte[] sealed) {
            StringBuilder digits = new StringBuilder();
            for (byte digit : sealed) {
                digits.append(digit);
            }
            return Answer.done(Secret.of(digits));
        }
    }

    private final Key key = new Key();

    private Escrow escrow(Optional<PickUpKey> pickUp) {
        return rig.central()
                .escrow(
                        new SealedPins() {
                            @Override
                            public Optional<byte[]> certificate() {
                                return Optional.of(new byte[] {3});
                            }

                            @Override
                            public Optional<Problem> check(byte[] sealed, String stationKey, String context) {
                                return Optional.empty();
                            }
                        },
                        pickUp);
    }

    private PickUp calls(Key of) {
        return rig.central().pickUp(of);
    }

    private PickUp pickUp() {
        return calls(key);
    }

    private Invitations invitations() {
        return rig.central().invitations(Duration.ofHours(1));
    }

    private PickUpOffice office() {
        return rig.central().pickUpOffice();
    }

    private RecipientId anna() {
        return new RecipientId(rig.request, 1);
    }

    private Stage stage() {
        PickUpCopy copy = done(office().list(PIN_OFFICER, rig.request)).getFirst();
        return copy.stage(Instant.now());
    }

    /** Returns the credential on Anna's device. */
    private CredentialId provisioned() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow(Optional.of(key)).keep(STATION, "", claimed.claim(), SEALED, Optional.of(COPY)));
        assertEquals(Optional.empty(), invitations().next(), "the device may refuse the PIN");
        done(escrow(Optional.of(key)).confirm(STATION, claimed.claim()));
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(super.calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(Optional.empty(), invitations().next(), "not provisioned yet");
        done(prove(STATION, claimed.claim(), made, begun.proofClientData()));
        return made.id();
    }

    private Invitation invited() {
        Invitation invitation = invitations().next().orElseThrow();
        invitations().sent(POST, invitation);
        return invitation;
    }

    private static ProvenPerson person(String account) {
        return new ProvenPerson("ref-of-" + account, account, true, Optional.of(Instant.now()));
    }

    private String signedIn(Invitation invitation) {
        String link = done(pickUp().open(CALL, invitation.token()));
        return done(pickUp().signIn(CALL, link, Instant.now(), person("ANNA")));
    }

    private String csrf(String cookie) {
        return done(pickUp().visit(CALL, cookie)).csrf();
    }

    private static String text(Secret secret) {
        try (secret) {
            return new String(secret.toChars());
        }
    }

    private List<String> audited(AuditAction action) {
        return rig.trail().stream()
                .map(entry -> entry.event())
                .filter(event -> event.action() == action)
                .map(event -> event.actor() + " " + event.subject() + " "
                        + event.problem().orElse("done"))
                .toList();
    }

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
    void expiredAndReplacedLinksAreRefused() throws Exception {
        provisioned();
        Invitation late = rig.central().invitations(Duration.ZERO).next().orElseThrow();
        rig.central().invitations(Duration.ZERO).sent(POST, late);
        assertEquals(Stage.EXPIRED, stage());
        assertRefused(CentralProblem.PICK_UP_EXPIRED, pickUp().open(CALL, late.token()));
        assertRefused(CentralProblem.NOT_PERMITTED, office().invite(STATION, anna()));
        done(office().invite(PIN_OFFICER, anna()));
        Invitation second = invited();
        assertNotEquals(late.token(), second.token());
        assertRefused(CentralProblem.PICK_UP_REPLACED, pickUp().open(CALL, late.token()));
        String cookie = signedIn(second);
        done(office().invite(PIN_OFFICER, anna()));
        assertRefused(CentralProblem.PICK_UP_REPLACED, pickUp().visit(CALL, cookie));
        assertEquals("4711", shownTo(signedIn(invited())));
        done(office().invite(PIN_OFFICER, anna()));
        assertEquals("4711", shownTo(signedIn(invited())), "the office lets the person see it once more");
    }

    private String shownTo(String cookie) {
        return text(done(pickUp().show(CALL, cookie, csrf(cookie))));
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
    void deviceOutOfUseHasNoCopy() throws Exception {
        CredentialId credential = provisioned();
        Invitation invitation = invited();
        rig.database().store().write(in -> {
            in.unclear().mark(credential, InventoryEntry.State.LOST);
            return in;
        });
        assertEquals(Stage.ENDED, stage());
        assertRefused(CentralProblem.PICK_UP_ENDED, pickUp().open(CALL, invitation.token()));
        assertRefused(CentralProblem.NO_PICK_UP, office().invite(PIN_OFFICER, anna()));
    }

    @Test
    void copyOfADeviceThatWasReplacedIsDeleted() throws Exception {
        ClaimedRecipient first = rig.claim(OTHER, "k0");
        done(escrow(Optional.of(key)).keep(OTHER, "", first.claim(), SEALED, Optional.of(new byte[] {9, 9, 9, 9})));
        done(escrow(Optional.of(key)).confirm(OTHER, first.claim()));
        done(super.calls().release(OTHER, first.claim(), new ReleaseOrder("", false, true)));
        provisioned();
        assertEquals("4711", shownTo(signedIn(invited())));
        assertEquals(Optional.empty(), invitations().next());
        assertEquals(Optional.empty(), rig.database().store().write(in -> in.pickUps()
                .sealed(first.claim())));
    }

    @Test
    void mailIsTriedAgainAFewTimes() throws Exception {
        provisioned();
        for (int i = 0; i < 6; i++) {
            assertEquals(Stage.WAITING, stage());
            Invitation invitation = invitations().next().orElseThrow();
            invitations().failed(POST, invitation, CentralProblem.MAIL_UNREACHABLE, true);
            assertEquals(Optional.empty(), invitations().next(), "after a pause");
            elapsed();
        }
        assertEquals(Stage.NOT_SENT, stage());
        assertEquals(Optional.empty(), invitations().next(), "no more tries");
        done(office().invite(PIN_OFFICER, anna()));
        invitations().failed(POST, invitations().next().orElseThrow(), CentralProblem.MAIL_NO_ADDRESS, false);
        assertEquals(Stage.NOT_SENT, stage());
        assertEquals(7, audited(AuditAction.PICK_UP_INVITED).size());
    }

    /** As if the pause had passed. */
    private void elapsed() {
        rig.database().store().write(in -> {
            PickUpCopy copy = in.pickUps().list(rig.request).getFirst();
            if (copy.due().isPresent()) {
                in.pickUps().update(copy.failed(CentralProblem.MAIL_UNREACHABLE, Optional.of(in.now())));
            }
            return in;
        });
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
