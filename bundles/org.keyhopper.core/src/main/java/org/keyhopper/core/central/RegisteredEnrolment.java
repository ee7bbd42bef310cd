package org.keyhopper.core.central;

import java.util.Objects;

/**
 * A registration that the directory has.
 *
 * @param passkey the directory's handle
 * @param pinConfirmed whether the call has confirmed the PIN; false at a Central that does not know this yet
 */
public record RegisteredEnrolment(String passkey, boolean pinConfirmed) {
    public RegisteredEnrolment {
        Objects.requireNonNull(passkey);
    }
}
