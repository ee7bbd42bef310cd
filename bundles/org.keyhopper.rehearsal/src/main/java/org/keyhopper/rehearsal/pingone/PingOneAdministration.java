package org.keyhopper.rehearsal.pingone;

import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Administered;
import org.keyhopper.rehearsal.sandbox.AssertionCheck;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** The environment, for the admin pages. */
record PingOneAdministration(PingOneTenant tenant, TokenIssuer issuer) implements Administered {

    private static final String MFA = "mfaEnabled";

    @Override
    public List<JsonObject> passkeysOf(SandboxUser user) {
        return tenant.of(user.id()).stream()
                .filter(device -> device.active().isPresent())
                .map(DeviceJson::state)
                .toList();
    }

    @Override
    public JsonObject traitsOf(SandboxUser user) {
        return Json.object(MFA, tenant.hasMfa(user.id()));
    }

    @Override
    public void traits(SandboxUser user, JsonObject json) {
        tenant.mfa(user.id(), Json.flag(json, MFA, tenant.hasMfa(user.id())));
    }

    @Override
    public int outstandingEnrolments() {
        return tenant.pending();
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
        return tenant.credential(id)
                .filter(active -> AssertionCheck.verify(
                        PingOnePolicies.RP_ID, active.key(), authenticatorData, clientDataHash, signature))
                .isPresent();
    }
}
