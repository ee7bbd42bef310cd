package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.UserEntity;

/**
 * Signs successive assertions for the same request.
 *
 * @param device the device
 * @param request the request
 * @param verified whether the user was verified
 */
record AssertionSigner(AuthenticatorContext device, AssertionRequest request, boolean verified) {
    /**
     * Returns the response with this credential; includes names only if the account must be selected and the user is
     * verified.
     */
    CborMapBuilder with(Credential credential, boolean choice) {
        byte[] authData = AuthenticatorData.of(request.rpId(), request.presence())
                .verified(verified)
                .counter(device.state().countSignature())
                .extensions(new HmacSecret(device).evaluate(request, credential, verified))
                .encoded();
        byte[] signed = Digests.join(authData, request.clientDataHash());
        CborMapBuilder answer = CborMapBuilder.empty()
                .put(0x01, Descriptors.of(credential))
                .put(0x02, authData)
                .put(0x03, P256.sign(P256.privateKey(credential.key().privateKey()), signed, device.random()));
        if (credential.discoverable()) {
            answer.put(0x04, user(credential.user(), choice && verified));
        }
        return answer;
    }

    /** A user entity with or without names. */
    static CborMapBuilder user(UserEntity user, boolean names) {
        CborMapBuilder reply = CborMapBuilder.empty().put("id", user.id());
        if (names) {
            user.name().ifPresent(name -> reply.put("name", name));
            user.displayName().ifPresent(name -> reply.put("displayName", name));
        }
        return reply;
    }
}
