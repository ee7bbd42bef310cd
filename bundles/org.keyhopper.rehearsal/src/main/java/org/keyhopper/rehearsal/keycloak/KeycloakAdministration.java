package org.keyhopper.rehearsal.keycloak;

import com.google.gson.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.rehearsal.sandbox.Administered;
import org.keyhopper.rehearsal.sandbox.AssertionCheck;
import org.keyhopper.rehearsal.sandbox.CoseKey;
import org.keyhopper.rehearsal.sandbox.Json;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.rehearsal.sandbox.TokenIssuer;
import org.keyhopper.rehearsal.sandbox.VerifiedKey;

/** The realm, for the admin pages. */
record KeycloakAdministration(KeycloakRealm realm, TokenIssuer issuer) implements Administered {

    @Override
    public List<JsonObject> passkeysOf(SandboxUser user) {
        return realm.credentialsOf(user.id()).stream()
                .filter(StoredCredential::isPasskey)
                .map(credential -> {
                    JsonObject json = credential.toJson();
                    credential.credentialId().ifPresent(id -> json.addProperty("credentialId", id.base64Url()));
                    return json;
                })
                .toList();
    }

    @Override
    public JsonObject traitsOf(SandboxUser user) {
        return Json.object("passwordUnchanged", realm.hasPassword(user.id(), KeycloakRealm.passwordOf(user)));
    }

    @Override
    public int outstandingEnrolments() {
        return 0;
    }

    @Override
    public void policy(JsonObject json) {
        realm.policy(json);
    }

    @Override
    public void expireTokens() {
        issuer.revokeAll();
    }

    @Override
    public boolean verifyAssertion(CredentialId id, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        String rpId = Json.text(realm.policy(), "webAuthnPolicyPasswordlessRpId")
                .filter(text -> !text.isEmpty())
                .orElse(KeycloakRealm.HOST);
        return realm.passkey(id)
                .flatMap(credential -> Json.read(credential.data()))
                .flatMap(data -> Json.text(data, "credentialPublicKey"))
                .filter(text -> verifies(rpId, text, authenticatorData, clientDataHash, signature))
                .isPresent();
    }

    private static boolean verifies(
            String rpId, String publicKey, byte[] authenticatorData, byte[] clientDataHash, byte[] signature) {
        try {
            VerifiedKey key = CoseKey.read(Base64.getUrlDecoder().decode(publicKey));
            return AssertionCheck.verify(rpId, key, authenticatorData, clientDataHash, signature);
        } catch (GeneralSecurityException | IllegalArgumentException malformed) {
            return false;
        }
    }
}
