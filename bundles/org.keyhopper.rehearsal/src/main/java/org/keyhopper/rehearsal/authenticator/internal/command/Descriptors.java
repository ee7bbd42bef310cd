package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.List;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;
import org.keyhopper.rehearsal.authenticator.model.Credential;

/** PublicKeyCredentialDescriptor and other small things of WebAuthn. */
final class Descriptors {
    private static final int HASH = 32;

    private Descriptors() {}

    /** The ids in a list of descriptors of type public-key; absent is read as empty. */
    static List<byte[]> ids(Parameters parameters, int key, int limit) {
        List<Parameters> descriptors = parameters.optionalMaps(key).orElse(List.of());
        if (descriptors.size() > limit) {
            throw new CtapFailure(Status.LIMIT_EXCEEDED);
        }
        return descriptors.stream()
                .filter(each -> each.text("type").equals("public-key"))
                .map(each -> each.bytes("id"))
                .toList();
    }

    /** The descriptor of a credential. */
    static Reply of(Credential credential) {
        return Reply.empty().put("id", credential.id()).put("type", "public-key");
    }

    /** A hash of 32 bytes. */
    static byte[] clientDataHash(Parameters parameters, int key) {
        byte[] hash = parameters.bytes(key);
        if (hash.length != HASH) {
            throw new CtapFailure(Status.INVALID_LENGTH);
        }
        return hash;
    }

    /** Whether one of the ids is that of the credential. */
    static boolean contains(List<byte[]> ids, Credential credential) {
        return ids.stream().anyMatch(credential::hasId);
    }
}
