package org.keyhopper.fido.internal.verification;

import com.webauthn4j.converter.util.ObjectConverter;

/** The shared converter of the WebAuthn library: expensive to create, fast and thread-safe. */
public final class WebAuthnObjects {

    public static final ObjectConverter CONVERTER = new ObjectConverter();

    private WebAuthnObjects() {}
}
