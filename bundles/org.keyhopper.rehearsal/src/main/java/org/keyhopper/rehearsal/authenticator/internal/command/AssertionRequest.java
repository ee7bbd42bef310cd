package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.List;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;

/**
 * The parsed parameters of getAssertion.
 *
 * @param rpId the relying party
 * @param clientDataHash the hash to sign
 * @param allowList acceptable ids; empty means any discoverable credential
 * @param presence option up
 * @param extensions extension inputs
 */
record AssertionRequest(
        String rpId, byte[] clientDataHash, List<byte[]> allowList, boolean presence, CborParameters extensions) {

    static AssertionRequest read(CborParameters parameters, int listLimit) {
        String rpId = parameters.text(0x01);
        byte[] hash = Descriptors.clientDataHash(parameters, 0x02);
        CborParameters options = parameters.mapOrEmpty(0x05);
        if (options.optionalFlag("rk").isPresent()) {
            throw new CtapFailure(Status.UNSUPPORTED_OPTION);
        }
        if (options.optionalFlag("uv").orElse(false)) {
            throw new CtapFailure(Status.INVALID_OPTION);
        }
        return new AssertionRequest(
                rpId,
                hash,
                Descriptors.ids(parameters, 0x03, listLimit),
                options.optionalFlag("up").orElse(true),
                parameters.mapOrEmpty(0x04));
    }

    boolean asksForAny() {
        return allowList.isEmpty();
    }
}
