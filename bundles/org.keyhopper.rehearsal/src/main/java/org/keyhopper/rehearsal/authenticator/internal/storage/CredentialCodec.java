package org.keyhopper.rehearsal.authenticator.internal.storage;

import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.Credential.RelyingParty;
import org.keyhopper.rehearsal.authenticator.model.CredentialKey;
import org.keyhopper.rehearsal.authenticator.model.UserEntity;

/** Encodes a credential as CBOR. */
final class CredentialCodec {
    private CredentialCodec() {}

    static CborMapBuilder write(Credential credential) {
        CborMapBuilder stored = CborMapBuilder.empty()
                .put(1, credential.id())
                .put(2, credential.discoverable())
                .put(3, credential.relyingParty().id())
                .put(5, credential.user().id())
                .put(8, credential.key().privateKey())
                .put(9, credential.key().publicKey())
                .put(10, credential.key().secrets())
                .put(11, credential.protection());
        credential.relyingParty().name().ifPresent(name -> stored.put(4, name));
        credential.user().name().ifPresent(name -> stored.put(6, name));
        credential.user().displayName().ifPresent(name -> stored.put(7, name));
        return stored;
    }

    static Credential read(CborParameters stored) {
        return new Credential(
                stored.bytes(1),
                stored.optionalFlag(2).orElse(true),
                new RelyingParty(stored.text(3), stored.optionalText(4)),
                new UserEntity(stored.bytes(5), stored.optionalText(6), stored.optionalText(7)),
                new CredentialKey(stored.bytes(8), stored.bytes(9), stored.bytes(10)),
                stored.integer(11));
    }
}
