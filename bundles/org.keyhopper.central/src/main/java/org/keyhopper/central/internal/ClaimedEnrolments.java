package org.keyhopper.central.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.enrolment.BegunEnrolment;
import org.keyhopper.central.enrolment.ClaimOrder;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.enrolment.DeviceReport;
import org.keyhopper.central.enrolment.Enrolments;
import org.keyhopper.central.enrolment.ReleaseOrder;
import org.keyhopper.central.reconcile.Reconciliations;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.fido.ModelMetadata;

/** The calls of a station, each in a class of its own. */
public final class ClaimedEnrolments implements Enrolments {

    private final CallContext context;

    public ClaimedEnrolments(
            CentralStore store,
            DirectorySessions directories,
            CredentialVerifier verifier,
            Supplier<Optional<ModelMetadata>> metadata,
            Clock clock) {
        context = new CallContext(
                store,
                directories,
                verifier,
                metadata,
                new SecureRandom(),
                clock,
                new LookAhead(directories, clock),
                ConcurrentHashMap.newKeySet());
    }

    @Override
    public Answer<Optional<ClaimedRecipient>> claim(Caller caller, RequestId request, ClaimOrder order) {
        return new ClaimCall(context).claim(caller, request, order);
    }

    @Override
    public Answer<Instant> renew(Caller caller, long claim) {
        return new ClaimCall(context).renew(caller, claim);
    }

    @Override
    public Answer<BegunEnrolment> begin(Caller caller, long claim, DeviceReport device) {
        return new BeginCall(context).begin(caller, claim, device);
    }

    @Override
    public Answer<String> register(Caller caller, long claim, NewCredential credential, String name) {
        return new RegisterCall(context).register(caller, claim, credential, name);
    }

    @Override
    public Answer<Outcome> prove(Caller caller, long claim, CredentialId credential, Assertion assertion) {
        return new ProofCall(context).prove(caller, claim, credential, assertion);
    }

    @Override
    public Answer<Outcome> release(Caller caller, long claim, ReleaseOrder order) {
        return new ReleaseCall(context).release(caller, claim, order);
    }

    /** Returns the calls that resolve what stations left unclear. */
    public Reconciliations reconciliations() {
        return new ReconciledRecipients(context);
    }
}
