package org.keyhopper.rehearsal.pingone;

import org.keyhopper.rehearsal.sandbox.TokenIssuer;

/** What a connector signs in with. It opens nothing but the sandbox, so it may be shown. */
public record PingOneCredentials(String environmentId, String clientId, String clientSecret) {

    static PingOneCredentials fresh() {
        return new PingOneCredentials(
                "7a1c5e90-1111-4222-8333-0123456789ab",
                "2d8f6b34-4444-4555-8666-0123456789ab",
                "rehearsal~" + TokenIssuer.random(24));
    }
}
