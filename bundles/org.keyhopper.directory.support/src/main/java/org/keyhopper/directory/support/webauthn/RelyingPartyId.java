package org.keyhopper.directory.support.webauthn;

import java.util.Locale;

/** Relying party ids (WebAuthn level 3 section 5.1.3). */
public final class RelyingPartyId {

    private RelyingPartyId() {}

    /** Returns whether a host may use the relying party id: it is the id, or a domain below it. */
    public static boolean covers(String relyingPartyId, String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals(relyingPartyId) || name.endsWith("." + relyingPartyId);
    }
}
