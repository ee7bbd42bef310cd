package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.internal.reset.StepFailure;
import org.keyhopper.fido.DeviceException;

/** What came of having the device sign with the new credential. */
final class Possession {

    private final Optional<Problem> fault;
    private final DeviceException trouble;

    private Possession(Optional<Problem> fault, DeviceException trouble) {
        this.fault = fault;
        this.trouble = trouble;
    }

    /** Has it sign now. On the device's worker. */
    static Possession triedOn(CeremonyState state) {
        try {
            return new Possession(
                    new PossessionProof(state.tools.verifier(), state.tools.random())
                            .of(
                                    state.device().authenticator(),
                                    state.credential(),
                                    state.options().relyingParty().id(),
                                    state.pin()),
                    null);
        } catch (DeviceException e) {
            return new Possession(Optional.empty(), e);
        }
    }

    /** Fails as the signing did. */
    void require() throws StepFailure, DeviceException {
        if (trouble != null) {
            throw trouble;
        }
        if (fault.isPresent()) {
            throw new StepFailure(fault.get());
        }
    }
}
