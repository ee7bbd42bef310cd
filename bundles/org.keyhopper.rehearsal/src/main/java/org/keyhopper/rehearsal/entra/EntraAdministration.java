package org.keyhopper.rehearsal.entra;

import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Administered;
import org.keyhopper.rehearsal.sandbox.AssertionCheck;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** The tenant, for the admin pages. */
record EntraAdministration(SandboxTenant tenant, TokenIssuer issuer, IdForm form) implements Administered {

    @Override
    public List<JsonObject> passkeysOf(SandboxUser user) {
        return tenant.methodsOf(user.id()).stream()
                .map(method -> method.toState(form))
                .toList();
    }

    @Override
    public int outstandingEnrolments() {
        return tenant.outstandingChallenges();
    }

    @Override
    public void policy(JsonObject json) {
        tenant.policy(json);
    }

    @Override
    public void expireTokens() {
        issuer.revokeAll();
    }

    @Override
    public boolean verifyAssertion(CredentialId id, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        return tenant.method(id)
                .filter(method -> AssertionCheck.verify(
                        PasskeyPages.RELYING_PARTY, method.key(), authenticatorData, clientDataHash, signature))
                .isPresent();
    }
}
