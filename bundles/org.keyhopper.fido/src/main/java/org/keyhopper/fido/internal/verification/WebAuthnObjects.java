package org.keyhopper.fido.internal.verification;

import com.webauthn4j.converter.util.ObjectConverter;

/** The one converter of the WebAuthn library: slow to make, quick and thread-safe to use. */
public final class WebAuthnObjects {

    public static final ObjectConverter CONVERTER = new ObjectConverter();

    private WebAuthnObjects() {}
}
