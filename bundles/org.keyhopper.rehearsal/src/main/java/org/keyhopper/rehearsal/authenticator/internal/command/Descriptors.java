package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.List;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.Credential;

/** Parsing of PublicKeyCredentialDescriptor and related WebAuthn types. */
final class Descriptors {
    private static final int HASH = 32;

    private Descriptors() {}

    /** The ids in a list of descriptors of type public-key; absent is read as empty. */
    static List<byte[]> ids(CborParameters parameters, int key, int limit) {
        List<CborParameters> descriptors = parameters.optionalMaps(key).orElse(List.of());
        if (descriptors.size() > limit) {
            throw new CtapFailure(Status.LIMIT_EXCEEDED);
        }
        return descriptors.stream()
                .filter(each -> each.text("type").equals("public-key"))
                .map(each -> each.bytes("id"))
                .toList();
    }

    /** The descriptor of a credential. */
    static CborMapBuilder of(Credential credential) {
        return CborMapBuilder.empty().put("id", credential.id()).put("type", "public-key");
    }

    /** A hash of 32 bytes. */
    static byte[] clientDataHash(CborParameters parameters, int key) {
        byte[] hash = parameters.bytes(key);
        if (hash.length != HASH) {
            throw new CtapFailure(Status.INVALID_LENGTH);
        }
        return hash;
    }

    /** Returns whether the credential's id is in the list. */
    static boolean contains(List<byte[]> ids, Credential credential) {
        return ids.stream().anyMatch(credential::hasId);
    }
}
