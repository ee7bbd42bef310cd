package org.keyhopper.core.internal.central;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.BegunEnrolment;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.ClaimedRecipient;
import org.keyhopper.core.central.DeviceReport;
import org.keyhopper.core.central.RegisteredEnrolment;
import org.keyhopper.core.central.ReleaseOrder;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.fido.Assertion;

/** The calls to Central, of which each shows whether it answers. Releases that were lost are repeated before the next claim. */
record ObservedEnrolments(CentralEnrolments central, CentralConnection connection, LostReleases lost)
        implements CentralEnrolments {

    @Override
    public Answer<CentralAccess> access() {
        return connection.noted(central.access());
    }

    @Override
    public Answer<List<ProvisioningRequest>> requests() {
        return connection.noted(central.requests());
    }

    @Override
    public Answer<ProvisioningRequest> request(RequestId id) {
        return connection.noted(central.request(id));
    }

    @Override
    public Answer<Integer> retryFailed(RequestId request) {
        return connection.noted(central.retryFailed(request));
    }

    @Override
    public Answer<Optional<ClaimedRecipient>> claim(
            RequestId request, String idempotencyKey, String printer, Optional<DeviceReport> device) {
        lost.repeat(central);
        return connection.noted(central.claim(request, idempotencyKey, printer, device));
    }

    @Override
    public Answer<Instant> renew(long claim) {
        return connection.noted(central.renew(claim));
    }

    @Override
    public Answer<BegunEnrolment> begin(long claim, DeviceReport device, Optional<Secret> pin) {
        return connection.noted(central.begin(claim, device, pin));
    }

    @Override
    public Answer<RegisteredEnrolment> register(
            long claim, NewCredential credential, String name, boolean pinAccepted) {
        return connection.noted(central.register(claim, credential, name, pinAccepted));
    }

    @Override
    public Answer<Outcome> prove(long claim, CredentialId credential, Assertion assertion) {
        return connection.noted(central.prove(claim, credential, assertion));
    }

    @Override
    public Answer<Boolean> keepPin(long claim, Secret pin) {
        return connection.noted(central.keepPin(claim, pin));
    }

    @Override
    public Answer<Boolean> confirmPin(long claim) {
        return connection.noted(central.confirmPin(claim));
    }

    @Override
    public Answer<Outcome> release(long claim, ReleaseOrder order) {
        return connection.noted(lost.release(central, claim, order));
    }

    @Override
    public void disconnect() {
        central.disconnect();
    }
}
