package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import java.util.List;
import org.keyhopper.api.device.CredentialId;

/** What the admin pages show and change of a sandbox. */
public interface Administered {

    /** Returns the passkeys of a person, each with {@code id} and {@code credentialId}. */
    List<JsonObject> passkeysOf(SandboxUser user);

    /** Returns what only this kind of directory knows of a person; shown with them. */
    default JsonObject traitsOf(SandboxUser user) {
        return new JsonObject();
    }

    /** Takes over what only this kind of directory knows of a person, as far as it is there. */
    default void traits(SandboxUser user, JsonObject json) {}

    /** Returns how many enrolments were begun and neither ended nor given up. */
    int outstandingEnrolments();

    /** Replaces the policy. */
    void policy(JsonObject json);

    /** Ends every session. */
    void expireTokens();

    /** Verifies with the registered key; false also when there is none. */
    boolean verifyAssertion(CredentialId id, byte[] authenticatorData, byte[] clientDataHash, byte[] signature);
}
