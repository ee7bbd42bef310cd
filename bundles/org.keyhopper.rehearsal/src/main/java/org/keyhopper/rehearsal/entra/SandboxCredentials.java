package org.keyhopper.rehearsal.entra;

import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/**
 * What a connector signs in with. It opens nothing but the sandbox, so it may be shown.
 *
 * @param servicePrincipalId the object id that app-only tokens carry
 */
public record SandboxCredentials(String tenant, String clientId, String clientSecret, String servicePrincipalId) {

    static SandboxCredentials fresh() {
        return new SandboxCredentials(
                "6f7d2b0e-1111-4222-8333-0123456789ab",
                "0c4f8a52-4444-4555-8666-0123456789ab",
                "rehearsal~" + TokenIssuer.random(24),
                "b5e1a3c4-7777-4888-8999-0123456789ab");
    }
}
