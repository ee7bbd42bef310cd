package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.List;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;

/**
 * The parameters of getAssertion, read and checked for form.
 *
 * @param rpId who asks
 * @param clientDataHash what is signed
 * @param allowList acceptable ids; empty means any discoverable credential
 * @param presence option up
 * @param extensions extension inputs
 */
record AssertionRequest(
        String rpId, byte[] clientDataHash, List<byte[]> allowList, boolean presence, Parameters extensions) {

    static AssertionRequest read(Parameters parameters, int listLimit) {
        String rpId = parameters.text(0x01);
        byte[] hash = Descriptors.clientDataHash(parameters, 0x02);
        Parameters options = parameters.mapOrEmpty(0x05);
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
