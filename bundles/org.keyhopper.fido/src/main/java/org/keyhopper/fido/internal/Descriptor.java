package org.keyhopper.fido.internal;

import java.util.Map;
import org.keyhopper.api.device.CredentialId;

/** A PublicKeyCredentialDescriptor as CTAP writes it. */
final class Descriptor {

    private Descriptor() {}

    static Map<String, ?> of(CredentialId id) {
        return Map.of("id", id.toBytes(), "type", "public-key");
    }
}
