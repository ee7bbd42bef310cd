package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.pickup.Invitation;
import org.keyhopper.central.pickup.PickUpCopy;
import org.keyhopper.central.pickup.PickUpCopy.Stage;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.inventory.InventoryEntry;

/** Invitations to pick up PINs: sent, sent again, and of no use any more. */
class PickUpInvitationsTest extends PickUpFixture {

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
        done(calls().release(OTHER, first.claim(), new ReleaseOrder("", false, true)));
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

    @Test
    void invitationThatIsWantedWhileAnotherIsOnItsWayIsSent() throws Exception {
        provisioned();
        Invitation sent = invitations().next().orElseThrow();
        done(office().invite(PIN_OFFICER, anna()));
        invitations().sent(POST, sent);
        assertEquals(Stage.WAITING, stage());
        Invitation failed = invitations().next().orElseThrow();
        done(office().invite(PIN_OFFICER, anna()));
        invitations().failed(POST, failed, CentralProblem.MAIL_REFUSED, false);
        assertEquals(Stage.WAITING, stage());
        assertEquals("4711", shownTo(signedIn(invited())));
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
}
