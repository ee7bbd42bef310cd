package org.keyhopper.core.internal.ceremony;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.internal.device.StepFailure;
import org.keyhopper.fido.DeviceException;

/** What came of having the device sign with the new credential. */
final class AssertionAttempt {

    private final Optional<Problem> fault;
    private final DeviceException trouble;

    private AssertionAttempt(Optional<Problem> fault, DeviceException trouble) {
        this.fault = fault;
        this.trouble = trouble;
    }

    /** Has it sign now. On the device's worker. */
    static AssertionAttempt triedOn(CeremonyState state) {
        try {
            return new AssertionAttempt(
                    new AssertionProof(state.tools.verifier(), state.tools.random())
                            .of(state.device().authenticator(), state.credential(), state.options(), state.pin()),
                    null);
        } catch (DeviceException e) {
            return new AssertionAttempt(Optional.empty(), e);
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
