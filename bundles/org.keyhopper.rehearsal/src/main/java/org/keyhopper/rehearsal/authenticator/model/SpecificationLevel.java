package org.keyhopper.rehearsal.authenticator.model;

/** The supported FIDO version of a simulated device. */
public enum SpecificationLevel {
    /** No FIDO applet: SELECT answers 6A82. */
    NO_APPLET,
    /** CTAP1 only: SELECT answers {@code U2F_V2}, CBOR is refused. */
    U2F_ONLY,
    /** CTAP 2.0: PIN token without permissions, no credential management, no configuration. */
    FIDO_2_0,
    /** CTAP 2.1 with permissions, credential management and configuration. */
    FIDO_2_1;

    /** Returns whether CBOR commands are supported. */
    public boolean supportsCtap2() {
        return compareTo(FIDO_2_0) >= 0;
    }
}
