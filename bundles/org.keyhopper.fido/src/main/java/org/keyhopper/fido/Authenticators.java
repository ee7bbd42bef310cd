package org.keyhopper.fido;

import org.keyhopper.fido.internal.CtapAuthenticatorFactory;
import org.keyhopper.fido.internal.metadata.SignedFileReader;
import org.keyhopper.fido.internal.verification.WebAuthnCredentialVerifier;

/** The services of this bundle for a program without a service registry, such as a test. */
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
