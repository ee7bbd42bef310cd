package org.keyhopper.rehearsal.authenticator.internal.command;

import org.keyhopper.rehearsal.authenticator.internal.Device;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;
import org.keyhopper.rehearsal.authenticator.internal.crypto.Digests;
import org.keyhopper.rehearsal.authenticator.internal.crypto.P256;
import org.keyhopper.rehearsal.authenticator.model.Credential;
import org.keyhopper.rehearsal.authenticator.model.UserEntity;

/**
 * Signs one assertion after another for the same question.
 *
 * @param device the device
 * @param request the question
 * @param verified whether the user was verified
 */
record Signing(Device device, AssertionRequest request, boolean verified) {
    /** The answer with this credential; names only when the account must be chosen and the user is verified. */
    Reply with(Credential credential, boolean choice) {
        byte[] authData = AuthenticatorData.of(request.rpId(), request.presence())
                .verified(verified)
                .counter(device.state().countSignature())
                .extensions(new HmacSecret(device).evaluate(request, credential, verified))
                .encoded();
        byte[] signed = Digests.join(authData, request.clientDataHash());
        Reply answer = Reply.empty()
                .put(0x01, Descriptors.of(credential))
                .put(0x02, authData)
                .put(0x03, P256.sign(P256.privateKey(credential.key().privateKey()), signed, device.random()));
        if (credential.discoverable()) {
            answer.put(0x04, user(credential.user(), choice && verified));
        }
        return answer;
    }

    /** A user entity with or without names. */
    static Reply user(UserEntity user, boolean names) {
        Reply reply = Reply.empty().put("id", user.id());
        if (names) {
            user.name().ifPresent(name -> reply.put("name", name));
            user.displayName().ifPresent(name -> reply.put("displayName", name));
        }
        return reply;
    }
}
