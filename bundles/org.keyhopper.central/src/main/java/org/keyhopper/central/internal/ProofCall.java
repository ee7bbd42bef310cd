package org.keyhopper.central.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.enrolment.Enrolment.State;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.fido.Assertion;

/** Verifies the proof and records the recipient as PROVISIONED: the only place that does. */
record ProofCall(CallContext context) {

    private static final AuditAction ACTION = AuditAction.PROVE;
    private static final Set<State> PROVABLE = EnumSet.of(State.REGISTERED, State.PROVING, State.PROVED);

    Answer<Outcome> prove(Caller caller, long claim, CredentialId credential, Assertion assertion) {
        Answer<Enrolment> seen = context.store().write(in -> seen(in, caller, claim, credential));
        return seen.flatMap(enrolment -> verified(caller, enrolment, credential, assertion))
                .flatMap(enrolment -> enrolment.state() == State.PROVED
                        ? Answer.done(Outcome.PROVISIONED)
                        : confirm(caller, claim, credential));
    }

    /** Reserves the enrolment, so that no release deletes the passkey between reading it back and recording it. */
    private Answer<Outcome> confirm(Caller caller, long claim, CredentialId credential) {
        try (Reservation reservation = new Reservation(context)) {
            Answer<Enrolment> reserved = context.store().write(in -> seen(in, caller, claim, credential)
                    .flatMap(own -> own.state() == State.PROVED
                            ? Answer.done(own)
                            : reservation.take(in, caller, ACTION, own)));
            return reserved.flatMap(enrolment -> enrolment.state() == State.PROVED
                    ? Answer.done(Outcome.PROVISIONED)
                    : readBack(enrolment)
                            .flatMap(passkey -> reservation.store(in -> record(in, caller, enrolment, passkey))));
        }
    }

    /** A repeated proof of an enrolment that ended well is verified again and answered as before. */
    private static Answer<Enrolment> seen(CentralTransaction in, Caller caller, long claim, CredentialId credential) {
        return CallContext.own(in, caller, ACTION, claim)
                .flatMap(own -> own.state() == State.PROVED
                        ? Answer.done(own)
                        : CallContext.current(in, caller, ACTION, own, Map.of("credential", credential.base64Url())))
                .flatMap(own -> PROVABLE.contains(own.state())
                        ? Answer.done(own)
                        : CallContext.outOfOrder(in, caller, ACTION, own));
    }

    private Answer<Enrolment> verified(
            Caller caller, Enrolment enrolment, CredentialId credential, Assertion assertion) {
        Enrolment.Made made = enrolment.made().orElseThrow();
        Optional<Problem> problem = made.credential().id().equals(credential)
                ? context.verifier()
                        .checkAssertion(
                                made.credential(),
                                enrolment.options().relyingParty().id(),
                                assertion,
                                sha256(BeginCall.proofClientData(enrolment)))
                : Optional.of(Problem.of(DeviceProblem.ASSERTION_INVALID, "credentialId"));
        return problem.isPresent() ? context.refuse(caller, ACTION, enrolment, problem.get()) : Answer.done(enrolment);
    }

    /** Reading has no effect, so whatever goes wrong here may be repeated. */
    private Answer<RegisteredPasskey> readBack(Enrolment enrolment) {
        Answer<RegisteredPasskey> answer = context.directories().use(enrolment.directory(), directory -> directory
                .passkeys()
                .readBack(enrolment.user(), enrolment.passkeyId().orElseThrow()));
        return switch (answer) {
            case Answer.Done<RegisteredPasskey>(RegisteredPasskey passkey) -> expected(enrolment, passkey);
            case Answer.Failed<RegisteredPasskey>(Problem problem) -> Answer.unclear(problem);
            case Answer.Unclear<RegisteredPasskey> unclear -> unclear;
        };
    }

    private static Answer<RegisteredPasskey> expected(Enrolment enrolment, RegisteredPasskey passkey) {
        CredentialId made = enrolment.made().orElseThrow().credential().id();
        boolean another =
                !passkey.credentialIds().isEmpty() && !passkey.credentialIds().contains(made);
        return another ? Answer.unclear(Problem.of(DirectoryProblem.NOT_READ_BACK)) : Answer.done(passkey);
    }

    private static Answer<Outcome> record(
            CentralTransaction in, Caller caller, Enrolment enrolment, RegisteredPasskey passkey) {
        Instant now = in.now();
        in.enrolments().put(enrolment.in(State.PROVED));
        in.enrolments().put(inventoryEntry(enrolment, passkey, now));
        in.pickUps()
                .dropOthers(
                        enrolment.recipient(),
                        enrolment.made().orElseThrow().credential().id());
        in.enrolments().settle(enrolment, outcome(enrolment, Outcome.PROVISIONED, Optional.empty(), now));
        in.audit()
                .append(CallContext.done(caller, ACTION, enrolment)
                        .with(
                                "credential",
                                enrolment.made().orElseThrow().credential().id().base64Url()));
        return Answer.done(Outcome.PROVISIONED);
    }

    private static InventoryEntry inventoryEntry(Enrolment enrolment, RegisteredPasskey passkey, Instant now) {
        DeviceReport device = enrolment.begun().orElseThrow().device();
        return new InventoryEntry(
                enrolment.made().orElseThrow().credential().id(),
                enrolment.options().relyingParty().id(),
                device.aaguid(),
                device.model(),
                device.serial(),
                enrolment.directory(),
                enrolment.user().id(),
                enrolment.user().displayName(),
                passkey.id(),
                enrolment.recipient(),
                InventoryEntry.State.IN_USE,
                now);
    }

    /** Returns an outcome that names what the device made, if it made anything. */
    static OutcomeRecord outcome(Enrolment enrolment, Outcome outcome, Optional<Problem> problem, Instant now) {
        Optional<MadePasskey> made = enrolment.made().map(it -> {
            DeviceReport device = enrolment.begun().orElseThrow().device();
            return new MadePasskey(
                    it.credential().id(), enrolment.passkeyId(), device.aaguid(), it.name(), device.serial());
        });
        return new OutcomeRecord(outcome, problem, made, List.of(), now, Duration.ZERO);
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
