package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
import org.keyhopper.core.request.RecipientId;

/** Central at which people pick up PINs, with a device of Anna. */
abstract class PickUpFixture extends StationFixture {

    static final Caller PIN_OFFICER = new Caller(
            Caller.Kind.OPERATOR, "pia", List.of(new Grant(Role.PIN_OFFICER, new Scope.Everything())), "call");
    static final Caller POST = new Caller(Caller.Kind.COMMAND, "invitations", List.of(), "call");
    static final byte[] SEALED = {1};
    static final byte[] COPY = {4, 7, 1, 1};
    static final byte[] INVALID = {0};
    static final String CALL = "call-of-anna";

    /** Copies are the digits of the PIN. */
    static final class Key implements PickUpKey {

        boolean broken;

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

    final Key key = new Key();

    Escrow escrow(Optional<PickUpKey> pickUp) {
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

    PickUp pickUp() {
        return rig.central().pickUp(key);
    }

    Invitations invitations() {
        return rig.central().invitations(Duration.ofHours(1));
    }

    PickUpOffice office() {
        return rig.central().pickUpOffice();
    }

    RecipientId anna() {
        return new RecipientId(rig.request, 1);
    }

    Stage stage() {
        PickUpCopy copy = done(office().list(PIN_OFFICER, rig.request)).getFirst();
        return copy.stage(Instant.now());
    }

    /** Returns the credential on Anna's device. */
    CredentialId provisioned() throws Exception {
        ClaimedRecipient claimed = rig.claim(STATION, "k1");
        done(escrow(Optional.of(key)).keep(STATION, "", claimed.claim(), SEALED, Optional.of(COPY)));
        assertEquals(Optional.empty(), invitations().next(), "the device may refuse the PIN");
        done(escrow(Optional.of(key)).confirm(STATION, claimed.claim()));
        BegunEnrolment begun = begun(STATION, claimed);
        NewCredential made = device.make(begun);
        done(calls().register(STATION, claimed.claim(), made, "Key"));
        assertEquals(Optional.empty(), invitations().next(), "not provisioned yet");
        done(prove(STATION, claimed.claim(), made, begun.proofClientData()));
        return made.id();
    }

    Invitation invited() {
        Invitation invitation = invitations().next().orElseThrow();
        invitations().sent(POST, invitation);
        return invitation;
    }

    static ProvenPerson person(String account) {
        return new ProvenPerson("ref-of-" + account, account, true, Optional.of(Instant.now()));
    }

    String signedIn(Invitation invitation) {
        String link = done(pickUp().open(CALL, invitation.token()));
        return done(pickUp().signIn(CALL, link, Instant.now(), person("ANNA")));
    }

    String csrf(String cookie) {
        return done(pickUp().visit(CALL, cookie)).csrf();
    }

    static String text(Secret secret) {
        try (secret) {
            return new String(secret.toChars());
        }
    }

    List<String> audited(AuditAction action) {
        return rig.trail().stream()
                .map(entry -> entry.event())
                .filter(event -> event.action() == action)
                .map(event -> event.actor() + " " + event.subject() + " "
                        + event.problem().orElse("done"))
                .toList();
    }

    String shownTo(String cookie) {
        return text(done(pickUp().show(CALL, cookie, csrf(cookie))));
    }
}
