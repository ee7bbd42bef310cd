package org.keyhopper.fido;

import org.keyhopper.fido.internal.CtapAuthenticatorFactory;
import org.keyhopper.fido.internal.metadata.SignedFileReader;
import org.keyhopper.fido.internal.verification.WebAuthnCredentialVerifier;

/** Creates the services of this bundle in programs without a service registry, such as tests. */
public final class Authenticators {

    private Authenticators() {}

    public static AuthenticatorFactory factory() {
        return new CtapAuthenticatorFactory();
    }

    public static MetadataReader metadataReader() {
        return new SignedFileReader();
    }

    public static CredentialVerifier verifier() {
        return new WebAuthnCredentialVerifier();
    }
}
