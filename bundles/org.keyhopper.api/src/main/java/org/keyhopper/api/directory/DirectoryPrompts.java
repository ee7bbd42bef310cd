package org.keyhopper.api.directory;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.keyhopper.api.diagnostic.Problem;
import org.osgi.annotation.versioning.ProviderType;

/** Questions of a directory to the operator. Called on the thread that uses the directory; returns
 * quickly, except for {@link #confirmChange}. */
@ProviderType
public interface DirectoryPrompts {

    /** Opens a sign-in page in the system's browser; shows the address if there is none. */
    void openBrowser(URI address);

    /** Shows a code to be entered at the address before it expires (OAuth device code). */
    void showDeviceCode(String code, URI address, Instant expires);

    /** Notes that the sign-in by the code that was shown last has ended, in whichever way; idempotent. */
    default void closeDeviceCode() {}

    /** Reports that a request is delayed, and why. */
    void waiting(Problem reason, Duration time);

    /**
     * Asks whether the connector may change the directory to remove the obstacle, for all people of this session; waits for
     * the answer. Without an operator the answer is no.
     */
    default boolean confirmChange(Problem obstacle) {
        return false;
    }

    /** Returns whether the operator cancelled; called about once a second during a sign-in. */
    boolean isCancelled();
}
