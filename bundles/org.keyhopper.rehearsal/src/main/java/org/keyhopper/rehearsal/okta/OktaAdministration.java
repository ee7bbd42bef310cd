package org.keyhopper.rehearsal.okta;

import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Administered;
import org.keyhopper.rehearsal.sandbox.AssertionCheck;
import org.keyhopper.rehearsal.sandbox.EnrolmentKeeper;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** The org, for the admin pages. It has no policy to replace, and its token does not end. */
record OktaAdministration(EnrolmentKeeper org) implements Administered {

    @Override
    public List<JsonObject> passkeysOf(SandboxUser user) {
        return org.of(user.id()).stream()
                .filter(factor -> factor.active().isPresent())
                .map(factor -> {
                    JsonObject json = OktaFactors.json(factor);
                    json.addProperty(
                            "credentialId",
                            factor.active().orElseThrow().credentialId().base64Url());
                    return json;
                })
                .toList();
    }

    @Override
    public int outstandingEnrolments() {
        return org.pending();
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
        return org.credential(id)
                .filter(active -> AssertionCheck.verify(
                        OktaSandbox.HOST, active.key(), authenticatorData, clientDataHash, signature))
                .isPresent();
    }
}
