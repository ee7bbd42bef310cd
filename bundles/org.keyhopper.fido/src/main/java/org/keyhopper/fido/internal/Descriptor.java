package org.keyhopper.fido.internal;

import java.util.Map;
import org.keyhopper.api.device.CredentialId;

/** A PublicKeyCredentialDescriptor in the CTAP encoding. */
final class Descriptor {

    private Descriptor() {}

    static Map<String, ?> of(CredentialId id) {
        return Map.of("id", id.toBytes(), "type", "public-key");
    }
}
