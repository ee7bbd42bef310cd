package org.example.acme.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Administered;
import org.keyhopper.rehearsal.sandbox.AssertionCheck;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** What tests read and change at {@code /sandbox}. Acme Identity has no policy, and its token does not end. */
record AcmeAdministration(EnrolmentKeeper tenant) implements Administered {

    @Override
    public List<JsonObject> passkeysOf(SandboxUser user) {
        return tenant.of(user.id()).stream()
                .filter(passkey -> passkey.active().isPresent())
                .map(AcmeEnrolments::json)
                .toList();
    }

    @Override
    public int outstandingEnrolments() {
        return tenant.pending();
    }

    @Override
    public void policy(JsonObject json) {
        throw new IllegalArgumentException("there is no policy");
    }

    @Override
    public void expireTokens() {
        throw new IllegalArgumentException("the token does not end");
    }

    @Override
    public boolean verifyAssertion(CredentialId id, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        return tenant.credential(id)
                .filter(active -> AssertionCheck.verify(
                        AcmeEnrolments.RP_ID, active.key(), authenticatorData, clientDataHash, signature))
                .isPresent();
    }
}
