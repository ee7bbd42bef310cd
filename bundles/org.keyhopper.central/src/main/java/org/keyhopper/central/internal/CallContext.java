package org.keyhopper.central.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.keyhopper.api.device.MetadataProblem;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolment;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.ModelMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the calls of stations have in common: services, the checks before each call, and its entries in the audit trail.
 *
 * @param metadata the metadata of models, if there is any
 * @param clock of this computer, which may differ from that of the database
 * @param ahead what is asked between claim and begin
 * @param calls the claims for which this instance is calling the directory; a concurrent set
 */
record CallContext(
        CentralStore store,
        DirectorySessions directories,
        CredentialVerifier verifier,
        Supplier<Optional<ModelMetadata>> metadata,
        SecureRandom random,
        Clock clock,
        LookAhead ahead,
        Set<Long> calls) {

    private static final Logger LOGGER = LoggerFactory.getLogger(CallContext.class);

    /** Records the refusal in this transaction, which is to be committed. */
    static <T> Answer<T> refuse(
            CentralTransaction in, Caller caller, AuditAction action, String subject, Problem problem) {
        LOGGER.info("call {}: {} of {} by {} refused: {}", caller.call(), action, subject, caller.actor(), problem);
        in.audit().append(AuditEvent.refused(caller, action, subject, problem));
        return Answer.failed(problem);
    }

    /** Records the refusal in a transaction of its own. */
    <T> Answer<T> refuse(Caller caller, AuditAction action, Enrolment enrolment, Problem problem) {
        return store.write(in -> refuse(in, caller, action, subject(enrolment), problem));
    }

    /**
     * Returns what stands against this model before anything is begun: the profile does not allow it, or requires a proven
     * manufacturer, and the metadata is missing or does not vouch for the model.
     */
    static Optional<Problem> model(Profile profile, DeviceReport device, Optional<ModelMetadata> models) {
        Set<UUID> allowed = profile.allowedAaguids();
        if (!allowed.isEmpty() && !allowed.contains(device.aaguid())) {
            return Optional.of(
                    Problem.of(CentralProblem.MODEL_NOT_ALLOWED, device.aaguid().toString()));
        }
        if (!profile.wants(Profile.Option.PROVEN_MAKER)) {
            return Optional.empty();
        }
        return models.isEmpty()
                ? Optional.of(Problem.of(MetadataProblem.MISSING))
                : models.get().checkModel(device.aaguid());
    }

    /** Returns by how much the clock of the database, which says this time, differs from the one of this computer. */
    ClockDifference difference(Instant ofDatabase) {
        return new ClockDifference(Duration.between(clock.instant(), ofDatabase));
    }

    /** Returns the event of a call that was done; the person is named by request and position. */
    static AuditEvent done(Caller caller, AuditAction action, Enrolment enrolment) {
        return AuditEvent.done(caller, action, subject(enrolment))
                .with("recipient", UnclearSearch.name(enrolment.recipient()));
    }

    static String subject(Enrolment enrolment) {
        return subject(enrolment.claim());
    }

    static String subject(long claim) {
        return "claim:" + claim;
    }

    static Answer<Enrolment> outOfOrder(CentralTransaction in, Caller caller, AuditAction action, Enrolment enrolment) {
        Problem problem =
                Problem.of(CentralProblem.OUT_OF_ORDER, enrolment.state().name());
        return refuse(in, caller, action, subject(enrolment), problem);
    }

    /** Returns the enrolment of a claim that this caller made, current or not, with its row locked. */
    static Answer<Enrolment> own(CentralTransaction in, Caller caller, AuditAction action, long claim) {
        Optional<Enrolment> found = in.enrolments().lock(claim);
        if (found.isEmpty() || !found.get().station().equals(caller.holder())) {
            return refuse(
                    in, caller, action, subject(claim), Problem.of(CentralProblem.NO_SUCH_CLAIM, Long.toString(claim)));
        }
        Optional<Problem> lacking = caller.lacks(
                Privilege.PROVISION_NOW,
                place(in, found.get().recipient().request(), found.get().directory()));
        return lacking.isPresent()
                ? refuse(in, caller, action, subject(claim), lacking.get())
                : Answer.done(found.get());
    }

    /** Returns where a request belongs. */
    static Place place(CentralTransaction in, RequestId request, String directory) {
        return new Place(directory, in.requests().details(request).site());
    }

    /**
     * Returns the enrolment if the claim is current: the fencing rule. A call under an old claim changes nothing, and is
     * kept as evidence of what its sender may have done to a device.
     */
    static Answer<Enrolment> current(
            CentralTransaction in, Caller caller, AuditAction action, Enrolment enrolment, Map<String, String> facts) {
        if (in.enrolments().expiry(enrolment.claim()).isPresent()) {
            return Answer.done(enrolment);
        }
        in.enrolments().keepStaleWrite(enrolment, action.name(), facts);
        Problem problem = Problem.of(CentralProblem.CLAIM_LOST, Long.toString(enrolment.claim()));
        return refuse(in, caller, action, subject(enrolment), problem);
    }
}
